package dev.kintsugi.data.files;

import dev.kintsugi.Fault;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The content of an IDX file of unsigned bytes, as MNIST's makers defined it: a magic number that tells the type and
 * the number of dimensions, the size of each, and the bytes.
 */
record IdxFile(int[] sizes, byte[] bytes) {
    private static final int UNSIGNED_BYTES = 0x0800;

    private static final long TOO_LONG = 1L << 31;

    static IdxFile read(Path file, int dimensions) {
        try (DataInputStream in = new DataInputStream(open(file))) {
            int magic = in.readInt();
            if (magic != UNSIGNED_BYTES + dimensions) {
                throw new Fault(String.format(
                        "%s: begins with 0x%08x; expected 0x%08x, an IDX file of unsigned bytes in %d dimension(s)",
                        file, magic, UNSIGNED_BYTES + dimensions, dimensions));
            }
            int[] sizes = new int[dimensions];
            for (int i = 0; i < dimensions; i++) {
                sizes[i] = in.readInt();
            }
            return new IdxFile(sizes, content(file, in, sizes));
        } catch (EOFException e) {
            throw new Fault(file + ": ends too early; download it again", e);
        } catch (IOException e) {
            throw Place.unreadable(file, e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** {@code readNBytes} takes memory as bytes come, so that sizes that are not true cost none. */
    private static byte[] content(Path file, InputStream in, int[] sizes) throws IOException {
        long length = 1;
        for (int size : sizes) {
            length = size < 1 ? TOO_LONG : Math.min(length * size, TOO_LONG);
        }
        if (length > TOO_LONG - 9) {
            throw new Fault(
                    file + ": claims sizes " + Arrays.toString(sizes) + ", which no array can hold; download it again");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length || in.read() >= 0) {
            throw new Fault(file + ": holds " + (bytes.length < length ? "only " : "more than ") + bytes.length
                    + " bytes where its sizes " + Arrays.toString(sizes) + " ask for " + length
                    + "; download it again");
        }
        return bytes;
    }
}
