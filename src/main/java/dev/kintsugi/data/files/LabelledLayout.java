package dev.kintsugi.data.files;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.files.StoredExamples.Item;
import dev.kintsugi.dice.Dice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One's own files, sorted by label: {@code [train|test/]LABEL/anything.png}, or
 * {@code [train|test/]LABEL_anything.png}.
 *
 * <p>Where nobody made a {@code train} or {@code test} folder, about one file in ten is for testing. Which ones depends
 * on their names alone, so that a file stays where it is when others are added.
 */
final class LabelledLayout<T> implements Layout<T> {
    private static final Set<String> SPLITS = Set.of("train", "test");
    private static final int TEST_SHARE = 10;

    private final Function<byte[], Decoded<T>> decoder;
    private final String[] endings;

    LabelledLayout(Function<byte[], Decoded<T>> decoder, String... endings) {
        this.decoder = decoder;
        this.endings = endings;
    }

    @Override
    public boolean in(Path place, String name) {
        return Stream.concat(Stream.of(place), SPLITS.stream().map(place::resolve))
                .anyMatch(folder -> !items(folder, name).isEmpty());
    }

    @Override
    public Examples<T> open(Path place, String name, Split split) {
        boolean divided = SPLITS.stream().anyMatch(folder -> Files.isDirectory(place.resolve(folder)));
        if (divided) {
            return new StoredExamples<>(items(place.resolve(split.lower()), name + "/" + split.lower()), decoder);
        }
        List<Item> items = items(place, name).stream()
                .filter(item -> isTest(item) == (split == Split.TEST))
                .toList();
        return new StoredExamples<>(items, decoder);
    }

    private static boolean isTest(Item item) {
        return Dice.of(item.source().hashCode()).below(TEST_SHARE) == 0;
    }

    private List<Item> items(Path folder, String source) {
        List<Item> items = new ArrayList<>();
        for (Path labelled : Place.folders(folder)) {
            String label = labelled.getFileName().toString();
            if (!SPLITS.contains(label)) {
                Place.files(labelled, endings).forEach(file -> items.add(item(label, source + "/" + label, file)));
            }
        }
        for (Path file : Place.files(folder, endings)) {
            int end = file.getFileName().toString().indexOf('_');
            if (end > 0) {
                items.add(item(file.getFileName().toString().substring(0, end), source, file));
            }
        }
        return items;
    }

    private static Item item(String label, String source, Path file) {
        return new Item(
                label, source + "/" + file.getFileName(), Optional.empty(), file.toString(), () -> Place.bytes(file));
    }
}
