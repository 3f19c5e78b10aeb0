package dev.kintsugi.codec.image;

import dev.kintsugi.codec.Decoded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads pictures out of PNG, JPEG and raw grey bytes, and writes PNG.
 *
 * <p>Reasons given: {@code image-empty}, {@code image-format-unknown}, {@code image-not-readable},
 * {@code image-size-refused}, {@code image-size-mismatch}, {@code image-not-finite}.
 */
public final class Pictures {
    private static final byte[] PNG = {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    static {
        // ImageIO would otherwise put every payload through a temporary file.
        ImageIO.setUseCache(false);
    }

    private Pictures() {}

    /** Reads a PNG or JPEG of any depth and colour. */
    public static Decoded<Picture> decode(byte[] payload) {
        if (payload.length == 0) {
            return Decoded.bad("image-empty", "the picture has 0 bytes; expected a PNG or JPEG");
        }
        Optional<Picture> plain = plain(payload);
        if (plain.isPresent()) {
            return Decoded.ok(plain.get());
        }
        String format = format(payload);
        if (format == null) {
            return Decoded.bad(
                    "image-format-unknown",
                    payload.length + " bytes that begin with " + hex(payload, 8) + "; expected a PNG or JPEG");
        }
        return decode(payload, format);
    }

    /** The picture of a file as {@link #png} writes it, perhaps filtered and deflated by another hand; else none. */
    public static Optional<Picture> plain(byte[] payload) {
        return PlainPng.read(payload);
    }

    /** Takes grey bytes as they are: {@code width * height} of them, row by row from the top. */
    public static Decoded<Picture> raw(byte[] grey, int width, int height) {
        if (refused(width) || refused(height)) {
            return refusal(width, height);
        }
        if (grey.length == 0) {
            return Decoded.bad("image-empty", "the picture has 0 bytes; expected " + width * height);
        }
        if (grey.length != width * height) {
            return Decoded.bad(
                    "image-size-mismatch",
                    grey.length + " bytes for raw grey of " + width + "x" + height + "; expected " + width * height);
        }
        return Decoded.ok(new Picture(width, height, grey));
    }

    /**
     * Takes values of 0 to 1, row by row from an index on; what lies outside is cut off.
     *
     * @param values at least {@code width * height} of them from there
     */
    public static Decoded<Picture> of(float[] values, int at, int width, int height) {
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            float value = values[at + i];
            if (!Float.isFinite(value)) {
                return Decoded.bad("image-not-finite", "pixel " + i + " is " + value + "; expected a number of 0 to 1");
            }
            grey[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
        }
        return Decoded.ok(new Picture(width, height, grey));
    }

    /** Writes the picture as an 8-bit grey PNG. */
    public static byte[] png(Picture picture) {
        return Png.of(picture);
    }

    private static Decoded<Picture> decode(byte[] payload, String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IllegalStateException("this JDK's ImageIO reads no " + format);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(payload))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            return refused(width) || refused(height) ? refusal(width, height) : Decoded.ok(Grey.of(reader.read(0)));
        } catch (IOException | RuntimeException e) {
            // The JDK's readers meet damaged files with unchecked exceptions of many kinds too.
            return Decoded.bad(
                    "image-not-readable",
                    "a " + format + " of " + payload.length + " bytes that cannot be read: " + e.getMessage());
        } finally {
            reader.dispose();
        }
    }

    static boolean refused(int side) {
        return side < 1 || side > Picture.LONGEST_SIDE;
    }

    private static Decoded<Picture> refusal(int width, int height) {
        return Decoded.bad(
                "image-size-refused",
                "the picture is " + width + "x" + height + "; each side must be 1 to " + Picture.LONGEST_SIDE);
    }

    private static String format(byte[] payload) {
        if (begins(payload, PNG)) {
            return "png";
        }
        return begins(payload, JPEG) ? "jpeg" : null;
    }

    private static boolean begins(byte[] payload, byte[] signature) {
        int length = signature.length;
        return payload.length >= length && Arrays.equals(payload, 0, length, signature, 0, length);
    }

    private static String hex(byte[] bytes, int count) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(count, bytes.length); i++) {
            hex.append(String.format("%02x", bytes[i]));
        }
        return hex.toString();
    }
}
