package dev.kintsugi.wire;

import java.io.OutputStream;
import java.util.Arrays;

/** A growing array to write into, kept for the next record. Unlike the JDK's it takes no lock per byte. */
final class OutputBuffer extends OutputStream {
    private static final int KEPT = 1 << 20;

    private byte[] array = new byte[8192];
    private int size;

    /** Begins anew behind a header that is filled in later, and lets go of what one huge record made it grow to. */
    void restart(int header) {
        if (array.length > KEPT) {
            array = new byte[KEPT];
        }
        size = header;
    }

    @Override
    public void write(int value) {
        reserve(1);
        array[size++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, array, size, length);
        size += length;
    }

    byte[] copy() {
        return Arrays.copyOf(array, size);
    }

    private void reserve(int more) {
        if (size + more > array.length) {
            array = Arrays.copyOf(array, Math.max(size + more, 2 * array.length));
        }
    }
}
