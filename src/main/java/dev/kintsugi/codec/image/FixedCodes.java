package dev.kintsugi.codec.image;

/**
 * The fixed codes of deflate (RFC 1951, 3.2.6), each an integer: how many bits it has, and above that the bits in the
 * order in which they are written, from the lowest.
 */
final class FixedCodes {
    static final int SHORTEST = 3;
    static final int LONGEST = 258;

    /** The last block, of fixed codes. */
    static final int BEGIN = code(0b011, 3);

    static final int END = symbol(256);

    /** The distance to the byte before. */
    static final int NEXT = distance(1);

    private static final int COUNT_BITS = 5;
    private static final int[] LITERALS = new int[256];
    private static final int[] LENGTHS = new int[LONGEST + 1];

    static {
        for (int value = 0; value < LITERALS.length; value++) {
            LITERALS[value] = symbol(value);
        }
        for (int length = SHORTEST; length < LONGEST; length++) {
            int extra = extra(length - SHORTEST, 2);
            LENGTHS[length] = with(symbol(257 + step(length - SHORTEST, extra, 2)), length - SHORTEST, extra);
        }
        LENGTHS[LONGEST] = symbol(285);
    }

    private FixedCodes() {}

    static int count(int code) {
        return code & (1 << COUNT_BITS) - 1;
    }

    static long bits(int code) {
        return code >>> COUNT_BITS;
    }

    /** A byte as it is. */
    static int literal(byte value) {
        return LITERALS[value & 0xff];
    }

    /** So many bytes, 3 to 258, as they stood further before. */
    static int length(int length) {
        return LENGTHS[length];
    }

    /** How far before, 1 to 32,768. */
    static int distance(int distance) {
        int extra = extra(distance - 1, 1);
        return with(reversed(step(distance - 1, extra, 1), 5), distance - 1, extra);
    }

    private static int symbol(int symbol) {
        if (symbol < 144) {
            return reversed(0b0011_0000 + symbol, 8);
        }
        if (symbol < 256) {
            return reversed(0b1_1001_0000 + symbol - 144, 9);
        }
        return symbol < 280 ? reversed(symbol - 256, 7) : reversed(0b1100_0000 + symbol - 280, 8);
    }

    /** How many bits of a number its code leaves out, if it tells so many behind the first. */
    private static int extra(int number, int told) {
        return Math.max(0, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number | 1) - told);
    }

    /** Numbers that differ only in what is left out are one step. */
    private static int step(int number, int extra, int told) {
        return (extra << told) + (number >> extra);
    }

    private static int with(int code, int number, int extra) {
        return code((int) bits(code) | (number & (1 << extra) - 1) << count(code), count(code) + extra);
    }

    private static int reversed(int code, int count) {
        return code(Integer.reverse(code) >>> Integer.SIZE - count, count);
    }

    private static int code(int bits, int count) {
        return bits << COUNT_BITS | count;
    }
}
