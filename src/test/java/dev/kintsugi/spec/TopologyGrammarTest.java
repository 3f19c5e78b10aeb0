package dev.kintsugi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopologyGrammarTest {
    private static final String PAIR = """
            name: t
            modalities:
              image: {kind: image}
              audio: {kind: audio}
            """;

    @Test
    void fourLinesAreATopology() {
        TopologySpec spec = parse(PAIR);
        assertThat(spec.name()).isEqualTo("t");
        assertThat(spec.restores()).isTrue();
        assertThat(spec.model().bundle()).isEqualTo(Path.of("models/t"));
        assertThat(spec.sensed()).extracting(SensedModality::data).containsExactly("image", "audio");
    }

    @Test
    void sectionWithAllKeysCommentedOutKeepsDefaults() {
        assertThat(parse(PAIR + "pairing:\n  # window: 5s\n")).isEqualTo(parse(PAIR));
    }

    @Test
    void offIsTheWordAndNotYamlsFalse() {
        TopologySpec spec = parse(PAIR + "pairing: {patience: off}\nretrain: {schedule: off, volume: off}\n");
        assertThat(spec.pairing().patience()).isEmpty();
        assertThat(spec.retrain().schedule()).isEmpty();
        assertThat(spec.retrain().volume()).isEmpty();
    }

    @Test
    void quotesAroundValuesDoNoHarm() {
        TopologySpec spec = parse(PAIR + "restore: {batch: \"16\"}\npairing: {window: '4s'}\n");
        assertThat(spec.restore().batch()).isEqualTo(16);
        assertThat(spec.pairing().window()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void classesAreTheTextThatStandsInTheFile() {
        TopologySpec spec = parse(PAIR + "  label: {kind: label, classes: [0, 01, 0x1, no, a b]}\n");
        assertThat(spec.label()).map(LabelModality::classes).contains(List.of("0", "01", "0x1", "no", "a b"));
    }

    @Test
    void labelsDecideHowManyComponentsThereAre() {
        TopologySpec spec = parse(PAIR + "  label: {kind: label, classes: [cat, dog, owl]}\n");
        assertThat(spec.model().components()).isEqualTo(3);
    }

    @Test
    void privatePartsMayDiffer() {
        TopologySpec spec = parse(PAIR + "model: {private: {audio: 16}}\n");
        assertThat(spec.model().privates()).containsExactly(Map.entry("image", 12), Map.entry("audio", 16));
    }

    @Test
    void privatePartsAreWeighedAlikeOrEachByItself() {
        assertThat(parse(PAIR + "model: {private-beta: 3}\n").model().privateBetas())
                .containsExactly(Map.entry("image", 3.0), Map.entry("audio", 3.0));
        assertThat(parse(PAIR + "model: {private-beta: {audio: 0.5}}\n").model().privateBetas())
                .containsExactly(Map.entry("image", 1.0), Map.entry("audio", 0.5));
    }

    @Test
    void priorOfOneModalityIsOneWord() {
        String one = "name: t\nmodalities: {image: {kind: image}}\nmodel: {components: 10, prior: %s}\n";
        assertThat(parse(one.formatted("normal")).model().prior()).isEqualTo(Prior.NORMAL);
        assertThat(parse(one.formatted("mixture")).model().prior()).isEqualTo(Prior.MIXTURE);
    }

    @Test
    void longWindowLengthensUsualHindsight() {
        PairingSpec pairing = parse(PAIR + "pairing: {window: 1h, grace: 1m}\n").pairing();
        assertThat(pairing.hindsight()).isEqualTo(Duration.ofMinutes(61));
        assertThat(pairing.remember()).isEqualTo(Duration.ofMinutes(61));
    }

    @Test
    void hindsightMayBeNone() {
        PairingSpec pairing = parse(PAIR + "pairing: {hindsight: 0s}\n").pairing();
        assertThat(pairing.hindsight()).isZero();
        assertThat(pairing.remember()).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void restorationsFollowTheNameOfTheirInput() {
        TopologySpec spec = parse(PAIR.replace("kind: image", "kind: image, topic: pictures"));
        ModalitySpec image = spec.modality("image").orElseThrow();
        assertThat(spec.topics().of(TopicRole.INPUT, image))
                .map(TopicSpec::name)
                .contains("pictures");
        assertThat(spec.topics().of(TopicRole.RESTORED, image))
                .map(TopicSpec::name)
                .contains("pictures.restored");
    }

    @Test
    void everyTopicCanBeNamedByTheFile() {
        TopologySpec spec = parse("""
                name: t
                modalities:
                  image: {kind: image, topic: a, restored: b}
                  audio: {kind: audio, topic: c, restored: d}
                topics:
                  observations: {name: e}
                  latents: {name: f}
                  hindsight: {name: g}
                  clusters: {name: h}
                  relations: {name: i}
                  drift: {name: j}
                  dlq: {name: k}
                  models: {name: l}
                """);
        assertThat(spec.topics().all())
                .extracting(TopicSpec::name)
                .containsExactly("a", "c", "b", "d", "e", "f", "g", "h", "i", "j", "k", "l");
    }

    @Test
    void topicsTakeSizesRetentionAndSettingsFromTheFile() {
        TopicsSpec topics = parse(PAIR + """
                topics:
                  partitions: 12
                  replication: 3
                  config: {min.insync.replicas: 2}
                  inputs: {retention: 12h}
                  latents: {retention: forever}
                  observations: {partitions: 4, retention: 90d}
                """).topics();
        assertThat(topics.all()).allMatch(topic -> topic.replication() == 3);
        assertThat(topics.all())
                .allMatch(topic -> topic.config().get("min.insync.replicas").equals("2"));
        assertThat(topics.of(TopicRole.INPUT)).allMatch(topic -> topic.partitions() == 12);
        assertThat(topics.of(TopicRole.INPUT))
                .allMatch(topic -> retention(topic).equals("43200000"));
        assertThat(topics.only(TopicRole.LATENTS))
                .map(TopologyGrammarTest::retention)
                .contains("-1");
        assertThat(topics.only(TopicRole.OBSERVATIONS))
                .map(TopicSpec::partitions)
                .contains(4);
    }

    @Test
    void modelsTopicIsCompactedAndTakesLargeRecords() {
        TopicSpec models = parse(PAIR + "topics: {partitions: 12}\n")
                .topics()
                .only(TopicRole.MODELS)
                .orElseThrow();
        assertThat(models.partitions()).isOne();
        assertThat(models.config())
                .isEqualTo(Map.of(
                        "cleanup.policy", "compact", "max.message.bytes", "4194304", "segment.bytes", "67108864"));
    }

    @Test
    void deadLettersMayBeLargerThanWhatTheyBury() {
        TopicSpec usual = parse(PAIR).topics().only(TopicRole.DLQ).orElseThrow();
        assertThat(usual.config()).containsEntry("max.message.bytes", "4194304");
        TopicSpec own = parse(PAIR + "topics: {config: {max.message.bytes: 8000000}}\n")
                .topics()
                .only(TopicRole.DLQ)
                .orElseThrow();
        assertThat(own.config()).containsEntry("max.message.bytes", "8000000");
    }

    @Test
    void topologyWithoutSecondModalityHasNoTopicForRestorations() {
        TopologySpec spec = parse("name: t\nmodalities: {image: {kind: image}}\n");
        assertThat(spec.topics().of(TopicRole.RESTORED, spec.modalities().get(0)))
                .isEmpty();
        assertThat(spec.topics().only(TopicRole.HINDSIGHT)).isEqualTo(Optional.empty());
    }

    @Test
    void anchorsMayBeReused() {
        TopologySpec spec = parse(PAIR + "clusters: {window: &w {count: 70, time: 2s}}\ndrift: {window: *w}\n");
        assertThat(spec.drift().window()).isEqualTo(spec.clusters().window());
    }

    private static String retention(TopicSpec topic) {
        return topic.config().get("retention.ms");
    }

    private static TopologySpec parse(String text) {
        return TopologyFile.parse("x.yaml", text);
    }
}
