package dev.kintsugi.codec.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes 8-bit grey PNG files (ISO/IEC 15948): the same picture always gives the same bytes on one JDK. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Length, type and checksum. */
    private static final int AROUND = 12;

    private static final int HEADER = 13;

    /** "IDAT". */
    private static final int DATA = 0x49444154;

    private Png() {}

    static byte[] of(Picture picture) {
        return of(picture.width(), picture.height(), lines(picture));
    }

    /** @param lines each a filter's number and its pixels */
    static byte[] of(int width, int height, byte[] lines) {
        byte[] packed = new byte[mostPacked(lines.length)];
        int length = deflate(lines, packed);
        ByteBuffer file = ByteBuffer.allocate(SIGNATURE.length + 3 * AROUND + HEADER + length);
        head(file, width, height);
        chunk(file, "IDAT", packed, length);
        chunk(file, "IEND", packed, 0);
        return file.array();
    }

    /** The size of the largest file that is written for such a picture. */
    static int most(int width, int height) {
        return SIGNATURE.length + 3 * AROUND + HEADER + mostPacked(height * (width + 1));
    }

    /** Whether a file has what is written around so many bytes of data. */
    static boolean framed(ByteBuffer file, int width, int height, int length) {
        int around = SIGNATURE.length + AROUND + HEADER;
        ByteBuffer head = ByteBuffer.allocate(around);
        head(head, width, height);
        ByteBuffer end = ByteBuffer.allocate(AROUND);
        chunk(end, "IEND", new byte[0], 0);
        return file.slice(0, around).equals(head.flip())
                && file.getInt(around) == length
                && file.getInt(around + 4) == DATA
                && file.slice(file.limit() - AROUND, AROUND).equals(end.flip());
    }

    private static int mostPacked(int lines) {
        return lines + lines / 1_000 + 64;
    }

    private static void head(ByteBuffer file, int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        // Eight bits of grey, deflated, filtered by line, not interlaced.
        header.putInt(width).putInt(height).put((byte) 8);
        file.put(SIGNATURE);
        chunk(file, "IHDR", header.array(), HEADER);
    }

    /** Each line after a 0, which says that it is not filtered: on small drawings, filters only cost. */
    private static byte[] lines(Picture picture) {
        int width = picture.width();
        byte[] lines = new byte[picture.height() * (width + 1)];
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(picture.shared(), y * width, lines, y * (width + 1) + 1, width);
        }
        return lines;
    }

    private static int deflate(byte[] lines, byte[] packed) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(lines);
            deflater.finish();
            return deflater.deflate(packed);
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteBuffer file, String type, byte[] content, int length) {
        file.putInt(length);
        int from = file.position();
        file.put(type.getBytes(StandardCharsets.US_ASCII)).put(content, 0, length);
        CRC32 sum = new CRC32();
        sum.update(file.array(), from, file.position() - from);
        file.putInt((int) sum.getValue());
    }
}
