package dev.kintsugi.data.files;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** MNIST's four files, compressed or not, under their official names; also with a dot before {@code idx}. */
final class IdxLayout implements Layout<Picture> {

    @Override
    public boolean in(Path place, String name) {
        return Stream.of(Split.values())
                .anyMatch(split -> find(place, split, "images", 3).isPresent());
    }

    @Override
    public Examples<Picture> open(Path place, String name, Split split) {
        Path imagesFile = required(place, split, "images", 3);
        Path labelsFile = required(place, split, "labels", 1);
        IdxFile images = IdxFile.read(imagesFile, 3);
        IdxFile labels = IdxFile.read(labelsFile, 1);
        int[] sizes = images.sizes();
        if (sizes[0] != labels.sizes()[0]) {
            throw new Fault(imagesFile + ": " + sizes[0] + " images, but " + labels.sizes()[0] + " labels in "
                    + labelsFile.getFileName() + "; the two files must belong together");
        }
        if (Math.max(sizes[1], sizes[2]) > Picture.LONGEST_SIDE) {
            throw new Fault(imagesFile + ": images of " + sizes[2] + "x" + sizes[1] + "; each side must be at most "
                    + Picture.LONGEST_SIDE);
        }
        long[] numbers = new long[sizes[0]];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = labels.bytes()[i] & 0xff;
        }
        return new PackedPictures(name + "/" + split.lower(), sizes[2], sizes[1], images.bytes(), numbers);
    }

    private static Path required(Path place, Split split, String what, int dimensions) {
        return find(place, split, what, dimensions)
                .orElseThrow(() -> new Fault(place + ": has no " + fileName(split, what, dimensions, '-')
                        + "[.gz]; put the official file beside the others"));
    }

    private static Optional<Path> find(Path place, Split split, String what, int dimensions) {
        return Stream.of('-', '.')
                .map(separator -> fileName(split, what, dimensions, separator))
                .flatMap(file -> Stream.of(file + ".gz", file))
                .map(place::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String fileName(Split split, String what, int dimensions, char separator) {
        String part = split == Split.TRAIN ? "train" : "t10k";
        return part + "-" + what + separator + "idx" + dimensions + "-ubyte";
    }
}
