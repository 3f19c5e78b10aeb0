package dev.kintsugi.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingsLayoutTest {
    private static final List<String> NAMES =
            List.of("7_theo_12.wav", "7_theo_4.wav", "0_jackson_5.wav", "7_theo_5.wav", "3_de_boer_0.wav");

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"fsdd/recordings/", "fsdd/", "recordings/", ""})
    void readsWavFilesWhereverTheFolderHasThem(String where) {
        NAMES.forEach(name -> DiskData.write(dir.resolve(where + name), DiskData.wav(name.length())));

        assertHoldsTheRecordings(dir);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsdd/recordings.tar.gz", "fsdd/v1.0.10.tgz", "recordings.tar.gz"})
    void readsACompressedArchive(String where) {
        DiskData.write(dir.resolve(where), archive("free-spoken-digit-dataset-1.0.10/recordings/"));

        assertHoldsTheRecordings(dir);
    }

    @Test
    void readsAnArchiveThatIsNamedItself() {
        Path archive = DiskData.write(dir.resolve("recordings.tar.gz"), archive(""));

        assertHoldsTheRecordings(archive);
    }

    @Test
    void leavesOutFilesThatAreNoRecordings() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("recordings/._7_theo_12.wav", new byte[10]);
        files.put("README.md", new byte[10]);
        files.put("recordings/7_theo_12.wav", DiskData.wav(3));
        DiskData.write(dir.resolve("fsdd/recordings.tar.gz"), DiskData.tarGz(files));

        assertThat(open(dir, Split.TRAIN).size()).isEqualTo(1);
    }

    @Test
    void namesTheRecordingThatIsDamaged() {
        DiskData.write(dir.resolve("fsdd/recordings/7_theo_12.wav"), Arrays.copyOf(DiskData.wav(100), 90));
        Examples<Sound> sounds = open(dir, Split.TRAIN);

        assertThatThrownBy(() -> sounds.get(0))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("7_theo_12.wav: the data chunk claims 200 bytes and 46 follow");
    }

    @Test
    void refusesAnArchiveThatIsCut() {
        byte[] whole = archive("recordings/");
        DiskData.write(dir.resolve("fsdd/recordings.tar.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> open(dir, Split.TRAIN))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("recordings.tar.gz: cannot be read");
    }

    @Test
    void saysSoWhenASplitIsEmpty() {
        DiskData.write(dir.resolve("fsdd/recordings/7_theo_12.wav"), DiskData.wav(3));

        assertThatThrownBy(() -> open(dir, Split.TEST))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("none for testing");
    }

    private static void assertHoldsTheRecordings(Path place) {
        Examples<Sound> train = open(place, Split.TRAIN);
        assertThat(sources(train)).containsExactly("0_jackson_5.wav", "7_theo_5.wav", "7_theo_12.wav");
        assertThat(train.label(2)).isEqualTo("7");
        assertThat(train.get(2).voice()).contains("theo");
        assertThat(train.get(2).value().length()).isEqualTo("7_theo_12.wav".length());

        Examples<Sound> test = open(place, Split.TEST);
        assertThat(sources(test)).containsExactly("3_de_boer_0.wav", "7_theo_4.wav");
        assertThat(test.get(0).voice()).contains("de_boer");
    }

    private static List<String> sources(Examples<Sound> sounds) {
        return IntStream.range(0, sounds.size())
                .mapToObj(i -> sounds.get(i).source())
                .toList();
    }

    private static Examples<Sound> open(Path place, Split split) {
        return new FolderDataset(place).sounds("fsdd", split);
    }

    private static byte[] archive(String folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        NAMES.forEach(name -> files.put(folder + name, DiskData.wav(name.length())));
        return DiskData.tarGz(files);
    }
}
