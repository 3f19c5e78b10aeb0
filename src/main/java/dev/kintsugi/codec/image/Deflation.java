package dev.kintsugi.codec.image;

import java.nio.ByteBuffer;
import java.util.zip.Adler32;

/**
 * Deflates drawings, in zlib's format (RFC 1950): runs of one value in the fixed code of RFC 1951, or all of it as it is
 * where that is shorter.
 *
 * <p>A run is its first value and then matches at distance 1, of 3 to 258 values each. The code of a match and of its distance
 * is one entry of a table; codes are kept in the order in which their bits are written.
 */
final class Deflation {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 258;

    /** Deflate, a window of 32 KB, the fastest level. */
    private static final short HEAD = 0x7801;

    private static final int FRAME = Short.BYTES + Integer.BYTES;

    /** The longest piece that is kept as it is, and what stands before it. */
    private static final int PIECE = 65_535;

    private static final int PIECE_HEAD = 5;

    /** Block type 1, the last: three bits. */
    private static final int FIXED_LAST = 0b011;

    private static final int END = 256;
    private static final int[] CODES = new int[257];
    private static final int[] CODE_BITS = new int[257];
    private static final int[] RUNS = new int[LONGEST + 1];
    private static final int[] RUN_BITS = new int[LONGEST + 1];

    static {
        for (int symbol = 0; symbol <= END; symbol++) {
            CODES[symbol] = code(symbol);
            CODE_BITS[symbol] = bits(symbol);
        }
        for (int length = SHORTEST; length <= LONGEST; length++) {
            addRun(length);
        }
    }

    private final byte[] out;
    private int size;
    private long held;
    private int heldBits;

    private Deflation(byte[] out) {
        this.out = out;
    }

    /** The most that so many bytes are deflated to. */
    static int most(int length) {
        return FRAME + length + PIECE_HEAD * (length / PIECE + 1);
    }

    static byte[] of(byte[] values) {
        // Codes have nine bits at most.
        Deflation fixed = new Deflation(new byte[FRAME + values.length + values.length / 8 + 4]);
        fixed.encode(values);
        int stored = most(values.length) - FRAME;
        ByteBuffer file = ByteBuffer.allocate(FRAME + Math.min(fixed.size, stored));
        file.putShort(HEAD);
        if (fixed.size <= stored) {
            file.put(fixed.out, 0, fixed.size);
        } else {
            store(values, file);
        }
        Adler32 sum = new Adler32();
        sum.update(values);
        return file.putInt((int) sum.getValue()).array();
    }

    private void encode(byte[] values) {
        write(FIXED_LAST, 3);
        int at = 0;
        while (at < values.length) {
            byte value = values[at++];
            write(CODES[value & 0xff], CODE_BITS[value & 0xff]);
            int end = at;
            while (end < values.length && values[end] == value) {
                end++;
            }
            at = repeat(value & 0xff, at, end);
        }
        write(CODES[END], CODE_BITS[END]);
        // What is left is filled up to a byte.
        write(0, 7);
    }

    /** Writes a value again until the end of its run. */
    private int repeat(int value, int from, int end) {
        int at = from;
        while (end - at >= SHORTEST) {
            int length = Math.min(end - at, LONGEST);
            write(RUNS[length], RUN_BITS[length]);
            at += length;
        }
        for (; at < end; at++) {
            write(CODES[value], CODE_BITS[value]);
        }
        return at;
    }

    private void write(int code, int bits) {
        held |= (long) code << heldBits;
        heldBits += bits;
        while (heldBits >= 8) {
            out[size++] = (byte) held;
            held >>>= 8;
            heldBits -= 8;
        }
    }

    private static void store(byte[] values, ByteBuffer file) {
        // The last piece is a shorter one, even if there is nothing in it.
        for (int from = 0; from <= values.length; from += PIECE) {
            int length = Math.min(PIECE, values.length - from);
            file.put((byte) (length < PIECE ? 1 : 0));
            file.putShort(Short.reverseBytes((short) length)).putShort(Short.reverseBytes((short) ~length));
            file.put(values, from, length);
        }
    }

    /** The code of a value, the end, or a length (RFC 1951, 3.2.6). */
    private static int code(int symbol) {
        int code;
        if (symbol < 144) {
            code = 0x30 + symbol;
        } else if (symbol < 256) {
            code = 0x190 + symbol - 144;
        } else if (symbol < 280) {
            code = symbol - 256;
        } else {
            code = 0xc0 + symbol - 280;
        }
        return Integer.reverse(code) >>> (Integer.SIZE - bits(symbol));
    }

    private static int bits(int symbol) {
        if (symbol < 144) {
            return 8;
        }
        return symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
    }

    /** The code of the length, its extra bits, and the five zeros of distance 1 (RFC 1951, 3.2.5). */
    private static void addRun(int length) {
        int symbol;
        int extra = 0;
        int base = length;
        if (length < 11) {
            symbol = 254 + length;
        } else if (length == LONGEST) {
            symbol = 285;
        } else {
            // Four symbols share each number of extra bits.
            extra = 29 - Integer.numberOfLeadingZeros(length - SHORTEST);
            int step = (length - SHORTEST) >> extra;
            symbol = 257 + 4 * extra + step;
            base = SHORTEST + (step << extra);
        }
        RUNS[length] = code(symbol) | (length - base) << bits(symbol);
        RUN_BITS[length] = bits(symbol) + extra + 5;
    }
}
