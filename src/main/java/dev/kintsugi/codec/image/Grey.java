package dev.kintsugi.codec.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Turns what ImageIO read, whatever its colours and depth, into 8-bit grey on black. */
final class Grey {
    private Grey() {}

    static Picture of(BufferedImage image) {
        int width = image.getWidth();
        byte[] grey = new byte[width * image.getHeight()];
        boolean plain = isPlainGrey(image.getColorModel());
        for (int y = 0; y < image.getHeight(); y++) {
            if (plain) {
                samples(image, y, grey);
            } else {
                luma(image.getRGB(0, y, width, 1, null, 0, width), grey, y * width);
            }
        }
        return new Picture(width, image.getHeight(), grey);
    }

    /** Whether the raster's first band is the grey itself rather than an index into a palette. */
    private static boolean isPlainGrey(ColorModel model) {
        return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && !(model instanceof IndexColorModel)
                && (model.getTransferType() == DataBuffer.TYPE_BYTE
                        || model.getTransferType() == DataBuffer.TYPE_USHORT);
    }

    private static void samples(BufferedImage image, int y, byte[] grey) {
        Raster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        int width = image.getWidth();
        int full = (1 << model.getComponentSize(0)) - 1;
        int[] light = raster.getSamples(0, y, width, 1, 0, (int[]) null);
        int[] cover = model.hasAlpha() ? raster.getSamples(0, y, width, 1, 1, (int[]) null) : null;
        for (int x = 0; x < width; x++) {
            double share = cover == null ? 1 : (double) cover[x] / full;
            grey[y * width + x] = (byte) Math.round(255.0 * light[x] / full * share);
        }
    }

    private static void luma(int[] argb, byte[] grey, int offset) {
        for (int x = 0; x < argb.length; x++) {
            int pixel = argb[x];
            double light = 0.299 * (pixel >> 16 & 0xff) + 0.587 * (pixel >> 8 & 0xff) + 0.114 * (pixel & 0xff);
            grey[offset + x] = (byte) Math.round(light * (pixel >>> 24) / 255);
        }
    }
}
