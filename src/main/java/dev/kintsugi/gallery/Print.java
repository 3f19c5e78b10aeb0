package dev.kintsugi.gallery;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.DoubleToIntFunction;
import javax.imageio.ImageIO;

/**
 * A picture in colours, as a file or a page shows it: {@code 0xrrggbb} a pixel, row by row from the top.
 *
 * <p>The pixels are not copied: whoever hands an array over does not write to it again.
 */
public record Print(int width, int height, int[] pixels) {
    static {
        // ImageIO would otherwise put every print through a temporary file.
        ImageIO.setUseCache(false);
    }

    public Print {
        if (width < 1 || height < 1 || pixels.length != width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels for a print of " + width + "x" + height);
        }
    }

    /** A picture's values of 0 to 1, light on dark as the model sees them. */
    public static Print picture(float[] values, int height, int width) {
        return tinted(values, height, width, Palette::grey);
    }

    /** A sound's values of 0 to 1, a row for each frame: time runs to the right, and pitch upwards. */
    public static Print sound(float[] values, int frames, int bands) {
        float[] upright = new float[values.length];
        for (int frame = 0; frame < frames; frame++) {
            for (int band = 0; band < bands; band++) {
                upright[(bands - 1 - band) * frames + frame] = values[frame * bands + band];
            }
        }
        return tinted(upright, bands, frames, Palette::glow);
    }

    static Print blank(int width, int height, int colour) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, colour);
        return new Print(width, height, pixels);
    }

    private static Print tinted(float[] values, int height, int width, DoubleToIntFunction tint) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = tint.applyAsInt(values[i]);
        }
        return new Print(width, height, pixels);
    }

    /** Every pixel as a square of so many. */
    public Print enlarged(int times) {
        Print large = blank(width * times, height * times, 0);
        for (int y = 0; y < large.height; y++) {
            for (int x = 0; x < large.width; x++) {
                large.pixels[y * large.width + x] = pixels[y / times * width + x / times];
            }
        }
        return large;
    }

    void put(Print other, int left, int top) {
        for (int y = 0; y < other.height; y++) {
            System.arraycopy(other.pixels, y * other.width, pixels, (top + y) * width + left, other.width);
        }
    }

    /** As a PNG file. */
    public byte[] png() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return file.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Print that
                && width == that.width
                && height == that.height
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "Print[" + width + "x" + height + "]";
    }
}
