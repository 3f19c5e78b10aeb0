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

    private Png() {}

    static byte[] of(Picture picture) {
        byte[] lines = lines(picture);
        byte[] packed = new byte[lines.length + lines.length / 1_000 + 64];
        int length = deflate(lines, packed);
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        // Eight bits of grey, deflated, filtered by line, not interlaced.
        header.putInt(picture.width()).putInt(picture.height()).put((byte) 8);
        ByteBuffer file = ByteBuffer.allocate(SIGNATURE.length + 3 * AROUND + HEADER + length);
        file.put(SIGNATURE);
        chunk(file, "IHDR", header.array(), HEADER);
        chunk(file, "IDAT", packed, length);
        chunk(file, "IEND", packed, 0);
        return file.array();
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
