package dev.kintsugi.data.files;

import dev.kintsugi.Fault;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A NumPy array of whole numbers, whatever type it was written with; nothing in it is ever unpickled. */
final class NpyArray {
    private static final long LARGEST = NpyHeader.TOO_MANY - 9;

    private final NpyHeader header;
    private final ByteBuffer data;

    private NpyArray(NpyHeader header, byte[] data) {
        this.header = header;
        this.data = ByteBuffer.wrap(data).order(header.big() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Memory is taken as bytes come, since neither the header nor an archive's word for its length need be true.
     *
     * @param where file and array, for errors
     */
    static NpyArray read(String where, InputStream stream) throws IOException {
        try {
            DataInputStream in = new DataInputStream(stream);
            NpyHeader header = NpyHeader.read(where, in);
            long length = header.count() * header.width();
            if (length > LARGEST) {
                throw new Fault(where + ": claims the shape " + header.shapeText()
                        + ", which no array can hold; download it again");
            }
            byte[] data = in.readNBytes((int) length);
            if (data.length < length) {
                throw new Fault(where + ": holds only " + data.length + " bytes where its shape " + header.shapeText()
                        + " asks for " + length + "; download it again");
            }
            return new NpyArray(header, data);
        } catch (EOFException e) {
            throw new Fault(where + ": ends too early; download it again", e);
        }
    }

    int[] shape() {
        return header.shape().clone();
    }

    String shapeText() {
        return header.shapeText();
    }

    /** The numbers as unsigned bytes, the last index running fastest. */
    byte[] bytes() {
        if (header.type() == 'u' && header.width() == 1 && !header.fortran()) {
            return data.array();
        }
        byte[] bytes = new byte[(int) header.count()];
        for (int i = 0; i < bytes.length; i++) {
            long number = number(i);
            if (number < 0 || number > 255) {
                throw new Fault(header.where() + ": holds " + number + "; expected brightness from 0 to 255");
            }
            bytes[i] = (byte) number;
        }
        return bytes;
    }

    /** The numbers, the last index running fastest. */
    long[] numbers() {
        long[] numbers = new long[(int) header.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(i);
        }
        return numbers;
    }

    private long number(int index) {
        int at = position(index) * header.width();
        if (header.type() == 'f') {
            double number = header.width() == 4 ? data.getFloat(at) : data.getDouble(at);
            if (number != Math.rint(number) || Double.isInfinite(number)) {
                throw new Fault(header.where() + ": holds " + number + "; expected whole numbers");
            }
            return (long) number;
        }
        boolean signed = header.type() == 'i';
        return switch (header.width()) {
            case 1 -> signed ? data.get(at) : data.get(at) & 0xff;
            case 2 -> signed ? data.getShort(at) : data.getShort(at) & 0xffff;
            case 4 -> signed ? data.getInt(at) : data.getInt(at) & 0xffff_ffffL;
            default -> data.getLong(at);
        };
    }

    /** Where the number lies whose place would be this with the last index running fastest. */
    private int position(int index) {
        if (!header.fortran()) {
            return index;
        }
        int[] shape = header.shape();
        int rest = index;
        int position = 0;
        int stride = (int) header.count();
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            stride /= shape[axis];
            position += rest % shape[axis] * stride;
            rest /= shape[axis];
        }
        return position;
    }
}
