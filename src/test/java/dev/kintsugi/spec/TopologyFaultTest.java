package dev.kintsugi.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopologyFaultTest {
    /** Four good lines: what a case adds begins on the fifth. */
    private static final String PAIR = """
            name: t
            modalities:
              image: {kind: image}
              audio: {kind: audio}
            """;

    private static final String ONE = """
            name: t
            modalities:
              image: {kind: image}
            """;

    @ParameterizedTest
    @MethodSource({"values", "keys", "modalities", "topics", "contradictions", "oneModality"})
    void saysWhereWhatAndWhatToDo(String text, String message) {
        assertThatThrownBy(() -> TopologyFile.parse("x.yaml", text))
                .isInstanceOf(SpecFault.class)
                .hasMessage(message);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                pair(
                        "pairing: {window: -5s}",
                        "x.yaml:5: pairing.window is \"-5s\"; use a positive duration such as 2s"),
                pair("pairing: {window: 0s}", "x.yaml:5: pairing.window is \"0s\"; use a positive duration such as 2s"),
                pair(
                        "pairing:\n  window: 2",
                        "x.yaml:6: pairing.window is \"2\"; a duration needs a unit: write 2s if seconds are meant"),
                pair(
                        "pairing: {grace: -1s}",
                        "x.yaml:5: pairing.grace is \"-1s\"; use a duration of zero or more such as 500ms"),
                pair(
                        "pairing: {patience: 0s}",
                        "x.yaml:5: pairing.patience is \"0s\"; use a positive duration such as 3s, or off"),
                pair(
                        "pairing: {patience: false}",
                        "x.yaml:5: pairing.patience is \"false\"; use a positive duration such as 3s, or off"),
                pair(
                        "pairing: {idle: 0ms}",
                        "x.yaml:5: pairing.idle is \"0ms\"; use a positive duration such as 100ms"),
                pair(
                        "pairing: {window: }",
                        "x.yaml:5: pairing.window has no value; use a positive duration such as 2s"),
                pair(
                        "pairing: {window: [2s]}",
                        "x.yaml:5: pairing.window is a list; use a positive duration such as 2s"),
                pair(
                        "pairing: {window: {s: 2}}",
                        "x.yaml:5: pairing.window is a mapping; use a positive duration such as 2s"),
                pair("pairing: 2s", "x.yaml:5: pairing is \"2s\"; use a mapping: keys with values, indented below it"),
                pair("drift: [ks]", "x.yaml:5: drift is a list; use a mapping: keys with values, indented below it"),
                pair("restore: {batch: 0}", "x.yaml:5: restore.batch is \"0\"; use a whole number from 1 to 128"),
                pair("restore: {batch: 129}", "x.yaml:5: restore.batch is \"129\"; use a whole number from 1 to 128"),
                pair("restore: {batch: 8.5}", "x.yaml:5: restore.batch is \"8.5\"; use a whole number from 1 to 128"),
                pair("restore: {batch: many}", "x.yaml:5: restore.batch is \"many\"; use a whole number from 1 to 128"),
                pair(
                        "restore: {batch: 99999999999999999999}",
                        "x.yaml:5: restore.batch is \"99999999999999999999\"; use a whole number from 1 to 128"),
                pair("restore: {shadow: 1.5}", "x.yaml:5: restore.shadow is \"1.5\"; use a number from 0 to 1"),
                pair("restore: {shadow: -0.1}", "x.yaml:5: restore.shadow is \"-0.1\"; use a number from 0 to 1"),
                pair("restore: {shadow: .nan}", "x.yaml:5: restore.shadow is \".nan\"; use a number from 0 to 1"),
                pair("restore: {shadow: NaN}", "x.yaml:5: restore.shadow is \"NaN\"; use a number from 0 to 1"),
                pair(
                        "restore: {linger: -1ms}",
                        "x.yaml:5: restore.linger is \"-1ms\"; use a duration of zero or more such as 10ms"),
                pair(
                        "retrain: {learning-rate: 0}",
                        "x.yaml:5: retrain.learning-rate is \"0\"; use a number from 0.0000001 to 1"),
                pair("model: {prior: flat}", "x.yaml:5: model.prior is \"flat\"; use one of mixture, normal"),
                pair("model: {bundle: ''}", "x.yaml:5: model.bundle is \"\"; use a path such as models/digits"),
                pair("retrain: {on-drift: yes}", "x.yaml:5: retrain.on-drift is \"yes\"; use true or false"),
                pair(
                        "retrain: {volume: none}",
                        "x.yaml:5: retrain.volume is \"none\"; use a whole number from 1 to 2147483647, or off"),
                pair("drift: {detectors: ks}", "x.yaml:5: drift.detectors is \"ks\"; use a list such as [a, b]"),
                pair(
                        "drift: {detectors: [ks, chi]}",
                        "x.yaml:5: drift.detectors[1] is \"chi\"; use one of ks, psi, g-test, mmd, page-hinkley, adwin"),
                pair(
                        "drift:\n  detectors:\n    - ks\n    - ks",
                        "x.yaml:8: drift.detectors[1] is in the list already; list each value once"),
                pair(
                        "restore: !script {batch: 8}",
                        "x.yaml:5: restore is a mapping tagged !script;"
                                + " use a mapping: keys with values, indented below it"));
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                pair("pairing: {windw: 2s}", "x.yaml:5: pairing.windw is unknown; did you mean window?"),
                pair(
                        "pairing: {deadline: 2s}",
                        "x.yaml:5: pairing.deadline is unknown;"
                                + " use one of window, grace, hindsight, patience, idle, remember, ahead, pending"),
                pair("pairng: {}", "x.yaml:5: pairng is unknown; did you mean pairing?"),
                pair(
                        "model:\n  private: {script: 3}",
                        "x.yaml:6: model.private.script is unknown; use one of image, audio"),
                pair(
                        "topics: {models: {retention: 7d}}",
                        "x.yaml:5: topics.models.retention is unknown; use one of name"),
                pair("name: u", "x.yaml:5: name is there twice, first on line 1; keep one of the two"),
                pair(
                        "pairing:\n  window: 2s\n  grace: 1s\n  window: 2s",
                        "x.yaml:8: pairing.window is there twice, first on line 6; keep one of the two"),
                pair("? [a]\n: b", "x.yaml:5: ? is a list where a key should be; use a word as the key"),
                arguments(
                        PAIR.replace("name: t\n", ""),
                        "x.yaml: name is missing; use up to 64 of a-z, A-Z, 0-9, dot, underscore and hyphen"),
                arguments(
                        PAIR.replace("name: t", "name: two words"),
                        "x.yaml:1: name is \"two words\"; use up to 64 of a-z, A-Z, 0-9, dot, underscore and hyphen"));
    }

    static Stream<Arguments> modalities() {
        return Stream.of(
                arguments(
                        "name: t\n", "x.yaml: modalities is missing; name one or more, such as image with kind: image"),
                arguments(
                        "name: t\nmodalities:\n",
                        "x.yaml:2: modalities is empty; name one or more, such as image with kind: image"),
                arguments(
                        "name: t\nmodalities: [image]\n",
                        "x.yaml:2: modalities is a list; use a mapping: keys with values, indented below it"),
                pair("  smell: {}", "x.yaml:5: modalities.smell.kind is missing; use one of image, audio, label"),
                pair(
                        "  smell: {kind: smell}",
                        "x.yaml:5: modalities.smell.kind is \"smell\"; use one of image, audio, label"),
                pair(
                        "  Two Words: {kind: image, topic: a}",
                        "x.yaml:5: modalities.Two Words is no name for a modality;"
                                + " use up to 32 of a-z, 0-9 and hyphen, a letter first"),
                pair(
                        "  more: {kind: image, width: 257}",
                        "x.yaml:5: modalities.more.width is \"257\"; use a whole number from 1 to 256"),
                pair(
                        "  more: {kind: audio, rate: 96000}",
                        "x.yaml:5: modalities.more.rate is \"96000\"; use a whole number from 4000 to 48000"),
                pair(
                        "  more: {kind: audio, seconds: 1.5}",
                        "x.yaml:5: modalities.more.seconds is \"1.5\"; use a number from 0.05 to 1.024"),
                pair(
                        "  more: {kind: audio, width: 28}",
                        "x.yaml:5: modalities.more.width is unknown;"
                                + " use one of kind, topic, restored, required, data, rate, seconds"),
                pair(
                        "  more: {kind: image, data: ../secrets}",
                        "x.yaml:5: modalities.more.data is \"../secrets\"; use the name of a folder, such as mnist"),
                pair(
                        "  more: {kind: image, polarity: dark}",
                        "x.yaml:5: modalities.more.polarity is \"dark\";"
                                + " use one of detect, light-on-dark, dark-on-light"),
                pair(
                        "  label: {kind: label}",
                        "x.yaml:5: modalities.label.classes is missing; use a list such as [a, b]"),
                pair(
                        "  label: {kind: label, classes: [one]}",
                        "x.yaml:5: modalities.label.classes has 1 of them; list 2 to 256 classes"),
                pair(
                        "  label: {kind: label, classes: [a, b, a]}",
                        "x.yaml:5: modalities.label.classes[2] is in the list already; list each value once"),
                pair(
                        "  label: {kind: label, required: true, classes: [a, b]}",
                        "x.yaml:5: modalities.label.required is \"true\";"
                                + " use false: labels are taken when they come, never waited for"),
                pair(
                        "  one: {kind: label, classes: [a, b]}\n  two: {kind: label, classes: [a, b]}",
                        "x.yaml:6: modalities.two is a label, and so is one; keep one label"),
                arguments(
                        "name: t\nmodalities:\n  label: {kind: label, classes: [a, b]}\n",
                        "x.yaml:3: modalities.label is a label and the only modality; add one of kind image or audio"),
                arguments(
                        "name: t\nmodalities:\n  image: {kind: image, required: false}\n",
                        "x.yaml:2: modalities has none that is required;"
                                + " set required: true on one; only those open observations"));
    }

    static Stream<Arguments> topics() {
        return Stream.of(
                pair(
                        "  more: {kind: image, topic: t.audio}",
                        "x.yaml:5: modalities.more.topic is \"t.audio\", the same as modalities.audio.topic;"
                                + " give each topic its own name\n"
                                + "x.yaml:5: modalities.more.restored is \"t.audio.restored\","
                                + " the same as modalities.audio.restored; give each topic its own name"),
                pair(
                        "topics:\n  partitions: 3\n  latents:\n    name: t_image",
                        "x.yaml:8: topics.latents.name is \"t_image\","
                                + " but for . and _ the same as modalities.image.topic; give each topic its own name"),
                pair(
                        "topics:\n  latents: {name: t.drift}",
                        "x.yaml:5: topics.drift.name is \"t.drift\", the same as topics.latents.name;"
                                + " give each topic its own name"),
                pair(
                        "topics: {dlq: {name: dead letters}}",
                        "x.yaml:5: topics.dlq.name is \"dead letters\"; use a topic name:"
                                + " 1 to 249 characters of a-z, A-Z, 0-9, dot, underscore and hyphen"),
                pair(
                        "topics: {dlq: {name: ..}}",
                        "x.yaml:5: topics.dlq.name is \"..\"; use a topic name:"
                                + " 1 to 249 characters of a-z, A-Z, 0-9, dot, underscore and hyphen"),
                pair(
                        "  more: {kind: image, topic: %s}".formatted("a".repeat(245)),
                        "x.yaml:5: modalities.more.topic is too long to be followed by .restored;"
                                + " shorten it, or set restored as well"),
                pair(
                        "topics: {partitions: 0}",
                        "x.yaml:5: topics.partitions is \"0\"; use a whole number from 1 to 10000"),
                pair(
                        "topics: {replication: 0}",
                        "x.yaml:5: topics.replication is \"0\"; use a whole number from 1 to 32"),
                pair(
                        "topics: {inputs: {retention: always}}",
                        "x.yaml:5: topics.inputs.retention is \"always\";"
                                + " use a positive duration such as 7d, or forever"),
                pair(
                        "topics: {config: {retention.ms: 5}}",
                        "x.yaml:5: topics.config.retention.ms is decided topic by topic;"
                                + " remove it, and set retention below the topic's own key"));
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                pair(
                        "pairing:\n  window: 10s\n  grace: 1s\n  hindsight: 5s",
                        "x.yaml:8: pairing.hindsight is \"5s\", less than window + grace, \"11s\";"
                                + " use 11s or more, or 0s for none"),
                pair(
                        "pairing: {hindsight: 10m, remember: 5m}",
                        "x.yaml:5: pairing.remember is \"5m\", less than hindsight, \"10m\"; use 10m or more"),
                pair(
                        "pairing: {hindsight: 0s, remember: 1s}",
                        "x.yaml:5: pairing.remember is \"1s\", less than window + grace, \"2500ms\"; use 2500ms or more"),
                pair(
                        "pairing: {patience: 50ms}",
                        "x.yaml:5: pairing.patience is \"50ms\", less than idle, \"100ms\"; use 100ms or more, or off"),
                pair(
                        "drift: {support: 501}",
                        "x.yaml:5: drift.support is \"501\", more than window.count, \"500\";"
                                + " use 500 or less, or no window will ever be judged"),
                pair(
                        "drift: {warm-up: 40}",
                        "x.yaml:5: drift.warm-up is \"40\", less than support, \"50\"; use 50 or more"),
                pair(
                        "  label: {kind: label, classes: [a, b, c]}\nmodel: {components: 2}",
                        "x.yaml:6: model.components is \"2\", fewer than the 3 classes of the label; use 3 or more"),
                pair(
                        "topics: {replication: 2, config: {min.insync.replicas: 3}}",
                        "x.yaml:5: topics.config.min.insync.replicas is \"3\", more than topics.replication, \"2\";"
                                + " use 2 or less, or nothing can be written"));
    }

    static Stream<Arguments> oneModality() {
        return Stream.of(
                one("pairing: {hindsight: 10m}", "pairing.hindsight has no other modality to wait for"),
                one("restore: {shadow: 0.1}", "restore.shadow has no other modality to restore from"),
                one("restore: {samples: 8}", "restore.samples has no other modality to restore"),
                one("clusters: {relations: {support: 2}}", "clusters.relations has no two modalities to relate"),
                one("topics: {restored: {retention: 1d}}", "topics.restored has nothing to hold with one modality"),
                one("topics: {hindsight: {name: a}}", "topics.hindsight has nothing to hold with one modality"),
                one("topics: {relations: {name: a}}", "topics.relations has nothing to hold with one modality"),
                arguments(
                        ONE.replace("kind: image", "kind: image, restored: r"),
                        "x.yaml:3: modalities.image.restored has no other modality to restore from; remove it"));
    }

    private static Arguments pair(String more, String message) {
        return arguments(PAIR + more + "\n", message);
    }

    private static Arguments one(String more, String trouble) {
        return arguments(ONE + more + "\n", "x.yaml:4: " + trouble + "; remove it");
    }

    @Test
    void tellsAllProblemsOfAFileInItsOrder() {
        SpecFault fault = fault(PAIR + "retrain: {keep: 0}\npairing:\n  windw: 2s\n  grace: soon\n");
        assertThat(fault).hasMessage("""
                x.yaml:5: retrain.keep is "0"; use a whole number from 1 to 1000
                x.yaml:7: pairing.windw is unknown; did you mean window?
                x.yaml:8: pairing.grace is "soon"; use a duration of zero or more such as 500ms""");
        assertThat(fault.problems()).extracting(Problem::line).containsExactly(5, 7, 8);
    }

    @Test
    void judgesNoRuleOnAValueThatWasRefused() {
        assertThat(fault(PAIR + "pairing: {window: soon, hindsight: 1s}\n").problems())
                .hasSize(1);
    }

    @Test
    void namesItsPartsForPrograms() {
        SpecFault fault = fault(PAIR + "pairing:\n  window: -5s\n");
        assertThat(fault.file()).isEqualTo("x.yaml");
        assertThat(fault.line()).isEqualTo(6);
        assertThat(fault.key()).isEqualTo("pairing.window");
        assertThat(fault.value()).isEqualTo("-5s");
        assertThat(fault.remedy()).isEqualTo("use a positive duration such as 2s");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesWhatIsNoTopologyFile(String text, String message) {
        assertThat(fault(text)).hasMessage(message);
    }

    static Stream<Arguments> unreadable() {
        String startOver = "; start from a copy of topologies/digits.yaml";
        return Stream.of(
                arguments("", "x.yaml: is empty" + startOver),
                arguments("# nothing\n", "x.yaml: is empty" + startOver),
                arguments("---\n", "x.yaml: is empty" + startOver),
                arguments("just words\n", "x.yaml:1: holds no mapping of keys to values" + startOver),
                arguments("- a\n- b\n", "x.yaml:1: holds no mapping of keys to values" + startOver),
                arguments(
                        "name: t\nmodalities: {image: {kind: image}\n",
                        "x.yaml:3: is not YAML (expected ',' or '}', but got <stream end>);"
                                + " mend this line or the one before it"),
                arguments(
                        "name: t: u\n",
                        "x.yaml:1: is not YAML (mapping values are not allowed here); mend this line or the one before it"),
                arguments(
                        "name: t\n\tmodalities: {}\n",
                        "x.yaml:2: is not YAML (found character '\\t(TAB)' that cannot start any token."
                                + " (Do not use \\t(TAB) for indentation)); mend this line or the one before it"),
                arguments(
                        "name: !!java.net.URL [\"http://localhost\"]\n",
                        "x.yaml:1: is not YAML (Global tag is not allowed: tag:yaml.org,2002:java.net.URL);"
                                + " mend this line or the one before it"),
                arguments("name: \u0000\n", "x.yaml: is not YAML (special characters are not allowed)" + startOver));
    }

    @Test
    void survivesAliasBombs() {
        StringBuilder bomb = new StringBuilder("name: t\na0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(fault(bomb.toString()).getMessage()).startsWith("x.yaml: is not YAML (Number of aliases");
    }

    @Test
    void saysThatAFileIsNotThere(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");
        assertThatThrownBy(() -> TopologyFile.read(file))
                .hasMessage(file + ": is not there; name a topology file such as topologies/digits.yaml");
    }

    @Test
    void saysThatAFileIsNotText(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThatThrownBy(() -> TopologyFile.read(file)).hasMessageStartingWith(file + ": is not UTF-8 text; ");
    }

    @Test
    void saysThatAFolderIsNoFile(@TempDir Path folder) {
        assertThatThrownBy(() -> TopologyFile.read(folder))
                .isInstanceOf(SpecFault.class)
                .hasMessageStartingWith(folder + ": cannot be read (");
    }

    private static SpecFault fault(String text) {
        return catchThrowableOfType(SpecFault.class, () -> TopologyFile.parse("x.yaml", text));
    }
}
