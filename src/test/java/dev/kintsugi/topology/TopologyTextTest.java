package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.topology.StreamSettings.Guarantee;
import dev.kintsugi.wire.InMemorySchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each shipped topology becomes. A name in these files is a name on somebody's cluster: a change of it loses state, and
 * wants a thought. The files are what {@code kintsugi topology} prints, and Kafka's own description.
 */
class TopologyTextTest {
    private static final Set<Stage> STAGES = Set.of(Stage.PAIR, Stage.RESTORE);
    private static final Path GOLDEN = Path.of("src", "test", "resources", "topology");

    @ParameterizedTest
    @ValueSource(strings = {"digits", "two-scripts", "images-only", "audio-only"})
    void theTextIsTheGoldenOne(String name) {
        assertThat(text(name).plain()).isEqualTo(golden(name + ".txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "two-scripts", "images-only", "audio-only"})
    void kafkasDescriptionIsTheGoldenOne(String name) {
        String description = StreamTopology.of(spec(name), STAGES, new InMemorySchemas(), FakeModel::new)
                .describe()
                .toString();
        assertThat(description).isEqualTo(golden(name + ".kafka.txt"));
    }

    @Test
    void theDiagramIsTheGoldenOne() {
        assertThat(text("digits").mermaid()).isEqualTo(golden("digits.mmd"));
    }

    @Test
    void withoutRestoringNothingIsRestored() {
        String pairing = new TopologyText(
                        new StreamSettings(spec("digits"), Guarantee.EXACTLY_ONCE, 1), Set.of(Stage.PAIR))
                .plain();
        assertThat(pairing)
                .doesNotContain("restore  ")
                .doesNotContain("latents-sink")
                .contains("hindsight-sink");
    }

    private static TopologyText text(String name) {
        return new TopologyText(new StreamSettings(spec(name), Guarantee.EXACTLY_ONCE, 1), STAGES);
    }

    private static TopologySpec spec(String name) {
        return TopologyFile.read(Path.of("topologies", name + ".yaml"));
    }

    private static String golden(String file) {
        try {
            return Files.readString(GOLDEN.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
