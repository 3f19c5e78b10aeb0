package dev.kintsugi.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.scenario.Delivery;
import dev.kintsugi.scenario.Scenario;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopologySpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {
    private static final int THINGS = 4_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void halfOfTheObservationsMissASide(long seed) {
        TopologySpec topology = Trial.read(Trial.named("half", "none").write(folder));
        var plan = new Scenario(
                Preload.plan(topology, Instant.parse("2026-01-01T00:00:00Z"), THINGS, seed), new MadeEvents(2, seed));
        Map<String, Integer> sides = new HashMap<>();
        while (plan.hasNext()) {
            Delivery delivery = plan.next();
            sides.merge(delivery.key(), 1, Integer::sum);
        }

        long lonely = sides.values().stream().filter(count -> count == 1).count();

        assertThat(sides).hasSize(THINGS);
        assertThat((double) lonely / THINGS).isCloseTo(.5, Offset.offset(.03));
    }

    @Test
    void picturesAreOfMnistsSizeAndSoundsLastHalfASecond() {
        MadeEvents things = new MadeEvents(3, 1);

        for (int i = 0; i < 6; i++) {
            var picture = Pictures.decode(things.bytes(MadeEvents.IMAGE, i))
                    .orElseThrow(bad -> new IllegalStateException(bad.message()));
            var sound = Wav.decode(things.bytes(MadeEvents.AUDIO, i))
                    .orElseThrow(bad -> new IllegalStateException(bad.message()));
            assertThat(picture.width()).isEqualTo(28);
            assertThat(picture.height()).isEqualTo(28);
            assertThat(sound.seconds()).isEqualTo(.5);
        }
    }

    @Test
    void aTrialIsATopologyThatDiffersOnlyInWhatItSays() {
        Trial trial =
                Trial.named("one", "models/digits").partitions(12).window("1h").restore(64, "50ms", 2);

        TopologySpec topology = Trial.read(trial.write(folder));

        assertThat(topology.name()).isEqualTo("one");
        assertThat(topology.topics().partitions()).isEqualTo(12);
        assertThat(topology.pairing().window()).isEqualTo(Duration.ofHours(1));
        assertThat(topology.pairing().patience()).isEqualTo(Optional.empty());
        assertThat(topology.restore().batch()).isEqualTo(64);
        assertThat(topology.restore().linger()).isEqualTo(Duration.ofMillis(50));
        assertThat(topology.restore().samples()).isEqualTo(2);
    }

    @Test
    void patienceIsOneOfAPatientTrial() {
        TopologySpec topology =
                Trial.read(Trial.named("two", "models/digits").patience("1s").write(folder));

        assertThat(topology.pairing().patience()).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void whoReadsAnothersInputReadsItsTwoSidesAndNoLabels() {
        TopologySpec own = Trial.read(Trial.named("own", "models/digits").write(folder));
        TopologySpec other =
                Trial.read(Trial.named("three", "models/digits").reading("own").write(folder));

        assertThat(other.sensed()).extracting(SensedModality::topic).containsExactly("own.image", "own.audio");
        assertThat(other.modalities()).hasSize(2);
        assertThat(own.modalities()).hasSize(3);
    }
}
