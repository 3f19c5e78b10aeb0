package dev.kintsugi.data.files;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Free Spoken Digit Dataset: WAV files in the folder or in its {@code recordings}, or a {@code .tar.gz} of them.
 *
 * <p>Takes 0 to 4 of each speaker and digit are its official test set.
 */
final class RecordingsLayout implements Layout<Sound> {
    private static final int FIRST_TRAINING_TAKE = 5;

    @Override
    public boolean in(Path place, String name) {
        return !wavs(place).isEmpty() || !archives(place).isEmpty();
    }

    @Override
    public Examples<Sound> open(Path place, String name, Split split) {
        List<Path> wavs = wavs(place);
        Recordings recordings = wavs.isEmpty() ? Recordings.in(archives(place).get(0)) : Recordings.in(wavs);
        return recordings.takes(take -> split == Split.TEST == take < FIRST_TRAINING_TAKE);
    }

    private static List<Path> wavs(Path place) {
        return Stream.of(place.resolve("recordings"), place)
                .map(folder -> Place.files(folder, ".wav").stream()
                        .filter(Recordings::isNamed)
                        .toList())
                .filter(files -> !files.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Path> archives(Path place) {
        return Place.files(place, ".tar.gz", ".tgz");
    }
}
