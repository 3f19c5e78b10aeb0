package dev.kintsugi.codec.image;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads the PNG files that {@link Png} writes, and those that differ from them in how they are filtered and deflated: 8-bit
 * grey, not interlaced, one header, one piece of data, the end.
 */
final class PlainPng {
    /** What comes before the data: the signature, the header, length and type of the data. */
    private static final int DATA_AT = 41;

    /** The data's checksum and the end. */
    private static final int AFTER_DATA = 16;

    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 20;

    /** To make one for each picture takes as long again as the rest of reading it; they end with their threads. */
    private static final ThreadLocal<Inflater> INFLATERS = ThreadLocal.withInitial(Inflater::new);

    private PlainPng() {}

    /** Whether this may be one, by what surrounds its pixels: no larger than {@link Png} allows. */
    private static boolean is(byte[] file) {
        int length = file.length - DATA_AT - AFTER_DATA;
        if (length <= 0) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int width = bytes.getInt(WIDTH_AT);
        int height = bytes.getInt(HEIGHT_AT);
        return !Pictures.refused(width)
                && !Pictures.refused(height)
                && file.length <= Png.most(width, height)
                && Png.framed(bytes, width, height, length)
                && intact(bytes, DATA_AT - Integer.BYTES, Integer.BYTES + length);
    }

    /** The picture; none if it is another kind of file, or one whose pixels are damaged. */
    static Optional<Picture> read(byte[] file) {
        if (!is(file)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int width = bytes.getInt(WIDTH_AT);
        int height = bytes.getInt(HEIGHT_AT);
        byte[] lines = new byte[height * (width + 1)];
        return inflated(file, file.length - DATA_AT - AFTER_DATA, lines) && unfiltered(lines, width, height)
                ? Optional.of(new Picture(width, height, pixels(lines, width, height)))
                : Optional.empty();
    }

    private static boolean intact(ByteBuffer bytes, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes.array(), from, length);
        return bytes.getInt(from + length) == (int) sum.getValue();
    }

    private static boolean inflated(byte[] file, int length, byte[] lines) {
        Inflater inflater = INFLATERS.get();
        try {
            inflater.setInput(file, DATA_AT, length);
            int size = inflater.inflate(lines);
            // Also reads the checksum behind the last byte; one byte more would be too many.
            return size == lines.length
                    && (inflater.finished() || inflater.inflate(new byte[1]) == 0)
                    && inflater.finished()
                    && inflater.getRemaining() == 0;
        } catch (DataFormatException damaged) {
            return false;
        } finally {
            inflater.reset();
        }
    }

    /** Takes back what was subtracted: the pixel to the left (a), the one above (b), the one left of that (c), or of them. */
    private static boolean unfiltered(byte[] lines, int width, int height) {
        for (int y = 0; y < height; y++) {
            int at = y * (width + 1);
            int filter = lines[at];
            if (filter < 0 || filter > 4) {
                return false;
            }
            for (int x = 1; x <= width && filter != 0; x++) {
                int a = x > 1 ? lines[at + x - 1] & 0xff : 0;
                int b = y > 0 ? lines[at + x - width - 1] & 0xff : 0;
                int c = x > 1 && y > 0 ? lines[at + x - width - 2] & 0xff : 0;
                lines[at + x] += (byte) predicted(filter, a, b, c);
            }
        }
        return true;
    }

    private static int predicted(int filter, int a, int b, int c) {
        return switch (filter) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> (a + b) / 2;
            default -> paeth(a, b, c);
        };
    }

    private static int paeth(int a, int b, int c) {
        int left = Math.abs(b - c);
        int above = Math.abs(a - c);
        int corner = Math.abs(a + b - 2 * c);
        if (left <= above && left <= corner) {
            return a;
        }
        return above <= corner ? b : c;
    }

    private static byte[] pixels(byte[] lines, int width, int height) {
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(lines, y * (width + 1) + 1, grey, y * width, width);
        }
        return grey;
    }
}
