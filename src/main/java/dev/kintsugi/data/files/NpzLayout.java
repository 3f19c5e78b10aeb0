package dev.kintsugi.data.files;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * MNIST-MIX's NumPy archives, such as {@code Kannada_train_test.npz}, with {@code X_train}, {@code y_train},
 * {@code X_test} and {@code y_test}.
 *
 * <p>An archive is found by its name, or by being the only one in a folder that has the name.
 */
final class NpzLayout implements Layout<Picture> {

    @Override
    public boolean in(Path place, String name) {
        return find(place, name).isPresent();
    }

    @Override
    public Examples<Picture> open(Path place, String name, Split split) {
        Path file = find(place, name).orElseThrow();
        try (ZipFile archive = new ZipFile(file.toFile())) {
            NpyArray images = array(file, archive, "X_" + split.lower());
            NpyArray labels = array(file, archive, "y_" + split.lower());
            return pictures(file, images, labels, name, split);
        } catch (IOException e) {
            throw Place.unreadable(file, e);
        }
    }

    private static Examples<Picture> pictures(Path file, NpyArray images, NpyArray labels, String name, Split split) {
        int[] shape = images.shape();
        boolean flat = shape.length == 3 || shape.length == 4 && shape[3] == 1;
        if (!flat || shape[0] < 1 || !side(shape[1]) || !side(shape[2])) {
            throw new Fault(file + ": X_" + split.lower() + " has the shape " + images.shapeText()
                    + "; expected (N, height, width) or (N, height, width, 1)");
        }
        long[] numbers = labels.numbers();
        if (numbers.length != shape[0]) {
            throw new Fault(file + ": X_" + split.lower() + " holds " + shape[0] + " images, but y_" + split.lower()
                    + " has the shape " + labels.shapeText() + "; expected one label for each");
        }
        return new PackedPictures(name + "/" + split.lower(), shape[2], shape[1], images.bytes(), numbers);
    }

    private static boolean side(int length) {
        return length >= 1 && length <= Picture.LONGEST_SIDE;
    }

    private static NpyArray array(Path file, ZipFile archive, String name) throws IOException {
        ZipEntry entry = archive.getEntry(name + ".npy");
        if (entry == null) {
            List<String> found = archive.stream().map(ZipEntry::getName).toList();
            throw new Fault(file + ": has no array " + name + " among " + found
                    + "; expected X_train, y_train, X_test and y_test");
        }
        try (InputStream in = new BufferedInputStream(archive.getInputStream(entry), 1 << 16)) {
            return NpyArray.read(file + ": " + name, in);
        }
    }

    private static Optional<Path> find(Path place, String name) {
        List<Path> archives = Place.files(place, ".npz");
        boolean all = place.endsWith(name) && archives.size() == 1;
        return archives.stream().filter(file -> all || named(file, name)).findFirst();
    }

    private static boolean named(Path file, String name) {
        String fileName = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String wanted = name.toLowerCase(Locale.ROOT);
        return fileName.startsWith(wanted + "_") || fileName.equals(wanted + ".npz");
    }
}
