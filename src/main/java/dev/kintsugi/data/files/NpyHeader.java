package dev.kintsugi.data.files;

import dev.kintsugi.Fault;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The head of a NumPy array file (NEP 1): how numbers are written, in which order, and how many.
 *
 * @param where file and array, for errors
 * @param type {@code u}, {@code i} or {@code f}
 * @param width bytes in a number
 * @param big whether the first byte of a number is its most significant
 * @param fortran whether the first index runs fastest, rather than the last
 */
record NpyHeader(String where, char type, int width, boolean big, boolean fortran, int[] shape) {
    private static final long MAGIC = 0x934e554d5059L;
    private static final Pattern DTYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])(\\d+)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,]*)\\)");
    private static final int LONGEST = 65_536;

    static final long TOO_MANY = 1L << 31;

    static NpyHeader read(String where, DataInputStream in) throws IOException {
        long magic = Integer.toUnsignedLong(in.readInt()) << 16 | in.readUnsignedShort();
        if (magic != MAGIC) {
            throw new Fault(where + ": does not begin with \\x93NUMPY; expected an array that numpy.savez wrote");
        }
        int version = in.readUnsignedByte();
        in.readByte();
        int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        if (version > 1) {
            length |= Short.toUnsignedInt(Short.reverseBytes(in.readShort())) << 16;
        }
        if (version < 1 || version > 3 || length < 0 || length > LONGEST) {
            throw new Fault(where + ": has a header of version " + version + " and " + length
                    + " bytes; expected version 1 to 3 and at most " + LONGEST);
        }
        byte[] text = new byte[length];
        in.readFully(text);
        return parse(where, new String(text, StandardCharsets.UTF_8));
    }

    private static NpyHeader parse(String where, String text) {
        Matcher dtype = DTYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!dtype.find() || !order.find() || !shape.find() || !known(dtype.group(2), dtype.group(3))) {
            throw new Fault(where + ": is described as " + text.strip()
                    + "; expected integers of 1 to 8 bytes or floats of 4 or 8 in a plain array");
        }
        int[] sizes = Stream.of(shape.group(1).split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .mapToInt(size -> size.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(size))
                .toArray();
        return new NpyHeader(
                where,
                dtype.group(2).charAt(0),
                Integer.parseInt(dtype.group(3)),
                dtype.group(1).equals(">"),
                order.group(1).equals("True"),
                sizes);
    }

    private static boolean known(String type, String width) {
        return switch (type) {
            case "u", "i" -> width.matches("[1248]");
            case "f" -> width.matches("[48]");
            default -> false;
        };
    }

    /** How many numbers there are, or {@link #TOO_MANY} if there are more. */
    long count() {
        long count = 1;
        for (int size : shape) {
            count = Math.min(count * size, TOO_MANY);
        }
        return count;
    }

    String shapeText() {
        return Arrays.toString(shape);
    }
}
