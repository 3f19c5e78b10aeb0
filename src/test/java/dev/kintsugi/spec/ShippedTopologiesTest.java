package dev.kintsugi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedTopologiesTest {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private static final String SHORTEST = """
            name: digits
            modalities:
              image: {kind: image, data: mnist}
              audio: {kind: audio, data: fsdd}
              label:
                kind: label
                classes: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
            """;

    @Test
    void digitsStatesTheDefaults() {
        assertThat(TopologyFile.parse("short.yaml", SHORTEST)).isEqualTo(shipped("digits"));
    }

    @Test
    void digitsPairsPicturesAndSoundsWithLabels() {
        assertThat(shipped("digits").modalities())
                .containsExactly(
                        new ImageModality(
                                "image",
                                "digits.image",
                                "digits.image.restored",
                                true,
                                "mnist",
                                28,
                                28,
                                Polarity.DETECT),
                        new AudioModality("audio", "digits.audio", "digits.audio.restored", true, "fsdd", 8000, 1.024),
                        new LabelModality("label", "digits.label", "digits.label.restored", DIGITS));
    }

    @Test
    void digitsStatesEveryStage() {
        TopologySpec digits = shipped("digits");
        Duration tenMinutes = Duration.ofMinutes(10);
        assertThat(digits.pairing())
                .isEqualTo(new PairingSpec(
                        Duration.ofSeconds(2),
                        Duration.ofMillis(500),
                        Optional.of(Duration.ofSeconds(3)),
                        Duration.ofMillis(100),
                        tenMinutes,
                        tenMinutes,
                        Duration.ofMinutes(5),
                        1_000_000));
        assertThat(digits.model())
                .isEqualTo(new ModelSpec(
                        Path.of("models/digits"),
                        16,
                        Map.of("image", 12, "audio", 24),
                        Prior.MIXTURE,
                        10,
                        1.0,
                        Map.of("image", 1.0, "audio", 0.2),
                        new TrainingSpec(14, 128, 0.002, 2, new TrainingSpec.Weights(100, 0.5, 0, 50))));
        assertThat(digits.restore()).isEqualTo(new RestoreSpec(32, Duration.ofMillis(10), 8, 0.02, 1));
        WindowSpec thousand = new WindowSpec(1000, Duration.ofMinutes(1));
        assertThat(digits.clusters())
                .isEqualTo(new ClustersSpec(thousand, Strata.OBSERVED, 0.9, new ClustersSpec.Relations(20, 0.9, 1.0)));
        assertThat(digits.drift())
                .isEqualTo(new DriftSpec(
                        new WindowSpec(500, Duration.ofMinutes(1)),
                        Strata.OBSERVED,
                        50,
                        Reference.BUNDLE,
                        2000,
                        1000,
                        List.of(Detector.KS, Detector.PSI, Detector.G_TEST, Detector.MMD, Detector.PAGE_HINKLEY)));
        assertThat(digits.retrain())
                .isEqualTo(new RetrainSpec(
                        20_000,
                        0.3,
                        Optional.of(Duration.ofDays(1)),
                        Optional.of(10_000),
                        true,
                        10,
                        Duration.ofMillis(200),
                        3,
                        0.0005,
                        10,
                        new RetrainSpec.Gate(500, 0.01, 0.01, 0.01)));
    }

    @Test
    void digitsNamesItsTopics() {
        assertThat(topics("digits"))
                .containsExactly(
                        "digits.image INPUT x2 retention.ms=604800000",
                        "digits.audio INPUT x2 retention.ms=604800000",
                        "digits.label INPUT x2 retention.ms=604800000",
                        "digits.image.restored RESTORED x2 retention.ms=604800000",
                        "digits.audio.restored RESTORED x2 retention.ms=604800000",
                        "digits.label.restored RESTORED x2 retention.ms=604800000",
                        "digits.observations OBSERVATIONS x2 retention.ms=-1",
                        "digits.latents LATENTS x2 retention.ms=604800000",
                        "digits.hindsight HINDSIGHT x2 retention.ms=2592000000",
                        "digits.clusters CLUSTERS x1 retention.ms=2592000000",
                        "digits.relations RELATIONS x1 retention.ms=2592000000",
                        "digits.drift DRIFT x1 retention.ms=2592000000",
                        "digits.dlq DLQ x1 retention.ms=2592000000",
                        "digits.models MODELS x1 retention.ms=null");
    }

    @Test
    void twoScriptsNamesItsTopics() {
        assertThat(topics("two-scripts"))
                .containsExactly(
                        "two-scripts.image INPUT x2 retention.ms=604800000",
                        "two-scripts.script INPUT x2 retention.ms=604800000",
                        "two-scripts.audio INPUT x2 retention.ms=604800000",
                        "two-scripts.label INPUT x2 retention.ms=604800000",
                        "two-scripts.image.restored RESTORED x2 retention.ms=604800000",
                        "two-scripts.script.restored RESTORED x2 retention.ms=604800000",
                        "two-scripts.audio.restored RESTORED x2 retention.ms=604800000",
                        "two-scripts.label.restored RESTORED x2 retention.ms=604800000",
                        "two-scripts.observations OBSERVATIONS x2 retention.ms=-1",
                        "two-scripts.latents LATENTS x2 retention.ms=604800000",
                        "two-scripts.hindsight HINDSIGHT x2 retention.ms=2592000000",
                        "two-scripts.clusters CLUSTERS x1 retention.ms=2592000000",
                        "two-scripts.relations RELATIONS x1 retention.ms=2592000000",
                        "two-scripts.drift DRIFT x1 retention.ms=2592000000",
                        "two-scripts.dlq DLQ x1 retention.ms=2592000000",
                        "two-scripts.models MODELS x1 retention.ms=null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"images-only image", "audio-only audio"})
    void oneModalityHasNoTopicsForWhatTakesTwo(String fileAndModality) {
        String file = fileAndModality.split(" ")[0];
        String modality = fileAndModality.split(" ")[1];
        assertThat(topics(file))
                .containsExactly(
                        file + "." + modality + " INPUT x2 retention.ms=604800000",
                        file + ".observations OBSERVATIONS x2 retention.ms=-1",
                        file + ".latents LATENTS x2 retention.ms=604800000",
                        file + ".clusters CLUSTERS x1 retention.ms=2592000000",
                        file + ".drift DRIFT x1 retention.ms=2592000000",
                        file + ".dlq DLQ x1 retention.ms=2592000000",
                        file + ".models MODELS x1 retention.ms=null");
    }

    @Test
    void twoScriptsHasThreeSensesAndALabel() {
        TopologySpec twoScripts = shipped("two-scripts");
        assertThat(twoScripts.sensed()).extracting(SensedModality::name).containsExactly("image", "script", "audio");
        assertThat(twoScripts.sensed()).extracting(SensedModality::data).containsExactly("mnist", "kannada", "fsdd");
        assertThat(twoScripts.sensed()).allMatch(ModalitySpec::required);
        assertThat(twoScripts.label()).map(LabelModality::classes).contains(DIGITS);
        assertThat(twoScripts.pairing().window()).isEqualTo(Duration.ofSeconds(3));
        assertThat(twoScripts.pairing().patience()).contains(Duration.ofSeconds(4));
        assertThat(twoScripts.model().privates()).isEqualTo(Map.of("image", 12, "script", 16, "audio", 24));
        assertThat(twoScripts.model().bundle()).isEqualTo(Path.of("models/two-scripts"));
    }

    @ParameterizedTest
    @CsvSource({"images-only, 24, 2.0", "audio-only, 32, 0.3"})
    void oneModalityHasNothingPrivateAndNoHindsight(String file, int shared, double beta) {
        TopologySpec spec = shipped(file);
        assertThat(spec.restores()).isFalse();
        assertThat(spec.label()).isEmpty();
        assertThat(spec.model().privates().values()).containsOnly(0);
        assertThat(spec.model().shared()).isEqualTo(shared);
        assertThat(spec.model().beta()).isEqualTo(beta);
        assertThat(spec.restore().shadow()).isZero();
        assertThat(spec.pairing().hindsight()).isZero();
    }

    @Test
    void hearsSixtyFourFramesOf128Samples() {
        assertThat(samples("digits")).isEqualTo(64 * 128);
        assertThat(samples("audio-only")).isEqualTo(56 * 128);
    }

    private static int samples(String topology) {
        return ((AudioModality) shipped(topology).modality("audio").orElseThrow()).samples();
    }

    private static List<String> topics(String file) {
        return shipped(file).topics().all().stream()
                .map(topic -> topic.name() + " " + topic.role() + " x" + topic.partitions() + " retention.ms="
                        + topic.config().get("retention.ms"))
                .toList();
    }

    private static TopologySpec shipped(String name) {
        return TopologyFile.read(Path.of("topologies", name + ".yaml"));
    }
}
