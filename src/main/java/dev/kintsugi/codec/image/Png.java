package dev.kintsugi.codec.image;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Writes 8-bit grey PNG files (ISO/IEC 15948): the same picture gives the same bytes on every JDK. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Length, type and checksum. */
    private static final int AROUND = 12;

    private static final int HEADER = 13;

    /** What comes before the data: the signature and the header. */
    private static final int HEAD = SIGNATURE.length + AROUND + HEADER;

    /** "IHDR". */
    private static final int BEGIN = 0x49484452;

    /** "IDAT". */
    private static final int DATA = 0x49444154;

    /** "IEND", of which each is the same. */
    private static final byte[] END = end();

    private Png() {}

    static byte[] of(Picture picture) {
        return of(picture.width(), picture.height(), lines(picture));
    }

    /** @param lines each a filter's number and its pixels */
    static byte[] of(int width, int height, byte[] lines) {
        ByteBuffer packed = RunDeflater.deflated(lines, width + 1);
        ByteBuffer file = ByteBuffer.allocate(HEAD + 2 * AROUND + packed.remaining());
        head(file, width, height);
        chunk(file, DATA, packed);
        return file.put(END).array();
    }

    /** The size of the largest file that is written for such a picture, and some more for what other hands store. */
    static int most(int width, int height) {
        int lines = height * (width + 1);
        return HEAD + 2 * AROUND + lines + lines / 1_000 + 64;
    }

    /** Whether a file has what is written around so many bytes of data. */
    static boolean framed(ByteBuffer file, int width, int height, int length) {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        head(head, width, height);
        return file.slice(0, HEAD).equals(head.flip())
                && file.getInt(HEAD) == length
                && file.getInt(HEAD + Integer.BYTES) == DATA
                && file.slice(file.limit() - AROUND, AROUND).equals(ByteBuffer.wrap(END));
    }

    private static void head(ByteBuffer file, int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        // Eight bits of grey, deflated, filtered by line, not interlaced.
        header.putInt(width).putInt(height).put((byte) 8).rewind();
        chunk(file.put(SIGNATURE), BEGIN, header);
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

    private static byte[] end() {
        ByteBuffer end = ByteBuffer.allocate(AROUND);
        chunk(end, 0x49454e44, ByteBuffer.allocate(0));
        return end.array();
    }

    private static void chunk(ByteBuffer file, int type, ByteBuffer content) {
        file.putInt(content.remaining());
        int from = file.position();
        file.putInt(type).put(content);
        CRC32 sum = new CRC32();
        sum.update(file.array(), from, file.position() - from);
        file.putInt((int) sum.getValue());
    }
}
