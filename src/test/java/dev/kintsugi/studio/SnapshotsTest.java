package dev.kintsugi.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.train.TrainingData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
    private static final Architecture ARCHITECTURE = RandomModel.odd();

    @TempDir
    private Path folder;

    @Test
    void takesTwoPicturesAfterEachPass() {
        Snapshots snapshots = new Snapshots(ARCHITECTURE, new Things(40), folder);
        snapshots.passed(1, RandomModel.weights(ARCHITECTURE, 1));
        snapshots.passed(2, RandomModel.weights(ARCHITECTURE, 2));

        assertThat(folder.resolve("pass-01.reconstructions.png")).isNotEmptyFile();
        assertThat(folder.resolve("pass-01.latents.png")).isNotEmptyFile();
        assertThat(folder.resolve("pass-02.reconstructions.png")).isNotEmptyFile();
        assertThat(folder.resolve("pass-02.latents.png")).isNotEmptyFile();
    }

    @Test
    void aResumedTrainingsPicturesLieAsIfItHadNotStopped() throws Exception {
        Path whole = folder.resolve("whole");
        Path resumed = folder.resolve("resumed");
        Snapshots one = new Snapshots(ARCHITECTURE, new Things(40), whole);
        one.passed(1, RandomModel.weights(ARCHITECTURE, 1));
        one.passed(2, RandomModel.weights(ARCHITECTURE, 2));
        new Snapshots(ARCHITECTURE, new Things(40), resumed).passed(1, RandomModel.weights(ARCHITECTURE, 1));
        new Snapshots(ARCHITECTURE, new Things(40), resumed).passed(2, RandomModel.weights(ARCHITECTURE, 2));

        String picture = "pass-02.latents.png";
        assertThat(Files.mismatch(whole.resolve(picture), resumed.resolve(picture)))
                .isEqualTo(-1);
    }

    @Test
    void latentsThatDidNotChangeStayWhereTheyWere() throws Exception {
        Snapshots snapshots = new Snapshots(ARCHITECTURE, new Things(40), folder);
        snapshots.passed(1, RandomModel.weights(ARCHITECTURE, 1));
        snapshots.passed(2, RandomModel.weights(ARCHITECTURE, 1));

        assertThat(Files.readString(folder.resolve("pass-02.latents.csv"))
                        .lines()
                        .count())
                .isEqualTo(41);
        double[][] first = Places.read(new Folder(folder), 1, 40).orElseThrow();
        double[][] second = Places.read(new Folder(folder), 2, 40).orElseThrow();
        for (int i = 0; i < first.length; i++) {
            assertThat(second[i]).containsExactly(first[i], org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    private record Things(int size) implements TrainingData {
        @Override
        public Observation observation(int pass, int number) {
            Map<String, float[]> rows = new HashMap<>();
            for (Part.Sensed part : ARCHITECTURE.sensed()) {
                rows.put(part.name(), RandomModel.rows(number, 1, part.size()));
            }
            return new Observation(rows, Map.of("label", number % 3));
        }
    }
}
