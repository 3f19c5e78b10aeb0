package dev.kintsugi.codec.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Adler32;

/**
 * Deflates drawings (RFC 1950 and 1951), for which it looks for two things: runs of a byte, and what also stands a line
 * above. All is one block of fixed codes, or stored, where that is smaller.
 */
final class RunDeflater {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Deflate with a window of 32 KiB, and what makes these two bytes a multiple of 31. */
    private static final short HEAD = 0x7801;

    private static final int AROUND = 2 + Integer.BYTES;
    private static final int MOST_STORED = 0xffff;

    /** What comes before stored bytes: three bits, filled up to a byte, and their number, twice. */
    private static final int STORED_HEAD = 5;

    private final byte[] bytes;
    private final int line;
    private final int above;
    private final byte[] packed;
    private int at = 2;
    private long bits;
    private int count;

    private RunDeflater(byte[] bytes, int line) {
        this.bytes = bytes;
        this.line = line;
        above = FixedCodes.distance(line);
        // Nine bits are the longest code of a byte, and bits are written four bytes at a time.
        packed = new byte[bytes.length + bytes.length / 8 + AROUND + 2 * Integer.BYTES];
    }

    /** @param line how many bytes are a line, 1 to 32,768 */
    static ByteBuffer deflated(byte[] bytes, int line) {
        ByteBuffer coded = new RunDeflater(bytes, line).coded();
        return coded.remaining() <= most(bytes.length) ? coded : stored(bytes);
    }

    /** The size of so many bytes stored, and so the largest that comes of them. */
    private static int most(int bytes) {
        return AROUND + bytes + STORED_HEAD * ((bytes + MOST_STORED - 1) / MOST_STORED);
    }

    private ByteBuffer coded() {
        put(FixedCodes.BEGIN);
        for (int i = 0; i < bytes.length; ) {
            i += step(i);
        }
        put(FixedCodes.END);
        flush();
        return ByteBuffer.wrap(packed, 0, at + Integer.BYTES).putShort(0, HEAD).putInt(at, sum(bytes));
    }

    /** Writes what stands at an index, and perhaps behind it; gives how much that is. */
    private int step(int i) {
        int run = i < 1 ? 0 : same(i, 1);
        int copy = i < line || run == FixedCodes.LONGEST ? 0 : same(i, line);
        int length = Math.max(run, copy);
        if (length < FixedCodes.SHORTEST) {
            put(FixedCodes.literal(bytes[i]));
            return 1;
        }
        put(FixedCodes.length(length));
        put(copy > run ? above : FixedCodes.NEXT);
        return length;
    }

    /** How many bytes from an index on are as those so far before them. */
    private int same(int i, int back) {
        int most = Math.min(FixedCodes.LONGEST, bytes.length - i);
        int length = 0;
        while (length + Long.BYTES <= most) {
            long difference = (long) LONG.get(bytes, i + length) ^ (long) LONG.get(bytes, i + length - back);
            if (difference != 0) {
                return length + Long.numberOfTrailingZeros(difference) / Byte.SIZE;
            }
            length += Long.BYTES;
        }
        while (length < most && bytes[i + length] == bytes[i + length - back]) {
            length++;
        }
        return length;
    }

    /** @param code as {@link FixedCodes} has it */
    private void put(int code) {
        bits |= FixedCodes.bits(code) << count;
        count += FixedCodes.count(code);
        if (count >= Integer.SIZE) {
            INT.set(packed, at, (int) bits);
            at += Integer.BYTES;
            bits >>>= Integer.SIZE;
            count -= Integer.SIZE;
        }
    }

    /** Writes what is left of the bits, filled up to a byte. */
    private void flush() {
        INT.set(packed, at, (int) bits);
        at += (count + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static ByteBuffer stored(byte[] bytes) {
        ByteBuffer stored = ByteBuffer.allocate(most(bytes.length)).putShort(HEAD);
        for (int from = 0; from < bytes.length; from += MOST_STORED) {
            int length = Math.min(MOST_STORED, bytes.length - from);
            stored.put((byte) (from + length == bytes.length ? 1 : 0));
            stored.order(ByteOrder.LITTLE_ENDIAN).putShort((short) length).putShort((short) ~length);
            stored.put(bytes, from, length);
        }
        return stored.order(ByteOrder.BIG_ENDIAN).putInt(sum(bytes)).flip();
    }

    private static int sum(byte[] bytes) {
        Adler32 sum = new Adler32();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
