package dev.kintsugi.data.files;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Wav;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes tiny data sets in the formats that the loaders read. */
final class DiskData {
    private static final int ZIP_DIRECTORY_ENTRY = 0x02014b50;

    private DiskData() {}

    static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many images of 2x3 as there are labels; all pixels of image i are i. */
    static byte[] idxImages(int count) {
        ByteBuffer idx = ByteBuffer.allocate(16 + 6 * count);
        idx.putInt(0x803).putInt(count).putInt(3).putInt(2);
        for (int i = 0; i < 6 * count; i++) {
            idx.put((byte) (i / 6));
        }
        return idx.array();
    }

    static byte[] idxLabels(int... labels) {
        ByteBuffer idx = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
        for (int label : labels) {
            idx.put((byte) label);
        }
        return idx.array();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] npy(int version, String descr, boolean fortran, String shape, byte[] data) {
        String dict = "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + shape + ", }";
        byte[] text = (dict + " ".repeat(100 - dict.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer npy = ByteBuffer.allocate((version == 1 ? 10 : 12) + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        npy.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            npy.putShort((short) text.length);
        } else {
            npy.putInt(text.length);
        }
        return npy.put(text).put(data).array();
    }

    /** The archive, its directory claiming that every file in it unpacks to this many bytes. */
    static byte[] claiming(byte[] archive, int bytes) {
        ByteBuffer zip = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < archive.length - 28; at++) {
            if (zip.getInt(at) == ZIP_DIRECTORY_ENTRY) {
                zip.putInt(at + 24, bytes);
            }
        }
        return zip.array();
    }

    static byte[] npz(Map<String, byte[]> arrays) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A WAV of as many samples as asked for, by which a test knows it again. */
    static byte[] wav(int samples) {
        return Wav.encode(new Sound(8000, new float[samples]));
    }

    static byte[] tarGz(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gzip(bytes.toByteArray());
    }
}
