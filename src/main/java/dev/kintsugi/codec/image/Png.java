package dev.kintsugi.codec.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes 8-bit grey PNG files (ISO/IEC 15948): the same picture always gives the same bytes. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Length, type and checksum. */
    private static final int AROUND = 12;

    private static final int HEADER = 13;

    private static final byte[] NOTHING = {};

    /** "IDAT". */
    private static final int DATA = 0x49444154;

    private Png() {}

    static byte[] of(Picture picture) {
        return of(picture.width(), picture.height(), lines(picture));
    }

    /** @param lines each a filter's number and its pixels */
    static byte[] of(int width, int height, byte[] lines) {
        byte[] packed = Deflation.of(lines);
        ByteBuffer file = ByteBuffer.allocate(SIGNATURE.length + 3 * AROUND + HEADER + packed.length);
        head(file, width, height);
        chunk(file, "IDAT", packed);
        chunk(file, "IEND", NOTHING);
        return file.array();
    }

    /** The size of the largest file that is written for such a picture. */
    static int most(int width, int height) {
        return SIGNATURE.length + 3 * AROUND + HEADER + Deflation.most(height * (width + 1));
    }

    /** Whether a file has what is written around so many bytes of data. */
    static boolean framed(ByteBuffer file, int width, int height, int length) {
        int around = SIGNATURE.length + AROUND + HEADER;
        ByteBuffer head = ByteBuffer.allocate(around);
        head(head, width, height);
        ByteBuffer end = ByteBuffer.allocate(AROUND);
        chunk(end, "IEND", NOTHING);
        return file.slice(0, around).equals(head.flip())
                && file.getInt(around) == length
                && file.getInt(around + 4) == DATA
                && file.slice(file.limit() - AROUND, AROUND).equals(end.flip());
    }

    private static void head(ByteBuffer file, int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        // Eight bits of grey, deflated, filtered by line, not interlaced.
        header.putInt(width).putInt(height).put((byte) 8);
        file.put(SIGNATURE);
        chunk(file, "IHDR", header.array());
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

    private static void chunk(ByteBuffer file, String type, byte[] content) {
        file.putInt(content.length);
        int from = file.position();
        file.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 sum = new CRC32();
        sum.update(file.array(), from, file.position() - from);
        file.putInt((int) sum.getValue());
    }
}
