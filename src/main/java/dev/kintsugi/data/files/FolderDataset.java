package dev.kintsugi.data.files;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Data in a folder, in whatever layout is found there.
 *
 * <p>A data name is first a folder below this one; failing that, this one itself may hold the files.
 */
public final class FolderDataset implements Dataset {
    private static final List<Layout<Picture>> PICTURES =
            List.of(new NpzLayout(), new IdxLayout(), new LabelledLayout<>(Pictures::decode, ".png", ".jpg", ".jpeg"));
    private static final List<Layout<Sound>> SOUNDS =
            List.of(new RecordingsLayout(), new LabelledLayout<>(Wav::decode, ".wav"));

    private final Path folder;

    /** @param folder which must exist; an archive by itself is as good */
    public FolderDataset(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean hasPictures(String name) {
        return find(PICTURES, name).isPresent();
    }

    @Override
    public boolean hasSounds(String name) {
        return find(SOUNDS, name).isPresent();
    }

    @Override
    public Examples<Picture> pictures(String name, Split split) {
        return open(
                PICTURES,
                "pictures",
                name,
                split,
                "IDX files, a *_train_test.npz, or PNG and JPEG files in folders named by label");
    }

    @Override
    public Examples<Sound> sounds(String name, Split split) {
        return open(
                SOUNDS,
                "sounds",
                name,
                split,
                "recordings/{digit}_{speaker}_{take}.wav, a .tar.gz of these, or WAV files in folders named by label");
    }

    private record Found<T>(Path place, Layout<T> layout) {}

    private <T> Optional<Found<T>> find(List<Layout<T>> layouts, String name) {
        return Stream.of(folder.resolve(name), folder)
                .flatMap(place -> layouts.stream().map(layout -> new Found<>(place, layout)))
                .filter(each -> each.layout().in(each.place(), name))
                .findFirst();
    }

    private <T> Examples<T> open(List<Layout<T>> layouts, String what, String name, Split split, String expected) {
        Found<T> found = find(layouts, name)
                .orElseThrow(() -> new Fault(
                        folder + ": no " + what + " called \"" + name + "\"; put into " + name + "/ " + expected));
        Examples<T> examples = found.layout().open(found.place(), name, split);
        if (examples.size() == 0) {
            throw new Fault(found.place() + ": has " + what + " for \"" + name + "\", but none for "
                    + (split == Split.TRAIN ? "training" : "testing") + "; add some, in a folder " + split.lower()
                    + "/ if they are sorted by label");
        }
        return examples;
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
