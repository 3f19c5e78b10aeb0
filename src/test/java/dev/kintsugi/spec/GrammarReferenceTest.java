package dev.kintsugi.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** {@code digits.yaml} is the reference of the grammar; these tests hold it to that, by asking the grammar itself. */
class GrammarReferenceTest {
    // Unlike any key, so that the answer to it lists the keys that are accepted.
    private static final String STRANGER = "qqqqqqqqqqqqqqqq";

    @Test
    void digitsShowsEveryKey() throws IOException {
        MappingNode digits = (MappingNode) compose(Files.readString(Path.of("topologies/digits.yaml")));
        List<String> missing = new ArrayList<>();
        for (String section : sections(digits, "")) {
            Set<String> shown = new TreeSet<>(keys(mapping(digits, section)));
            accepted(digits, section).stream()
                    .filter(key -> !shown.contains(key))
                    .forEach(key -> missing.add(section + "." + key));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void shippedFilesSayHowTheyAreChanged() throws IOException {
        try (var files = Files.list(Path.of("topologies"))) {
            assertThat(files)
                    .allSatisfy(file ->
                            assertThat(Files.readString(file)).startsWith("# ").contains("change a value and restart"));
        }
    }

    /** The keys that a section accepts, told by the remedy for one that it does not. */
    private static List<String> accepted(MappingNode digits, String section) throws IOException {
        MappingNode target = mapping(digits, section);
        int line = target.getValue().get(0).getKeyNode().getStartMark().getLine();
        String indent =
                " ".repeat(target.getValue().get(0).getKeyNode().getStartMark().getColumn());
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("topologies/digits.yaml")));
        lines.add(line, indent + STRANGER + ": 1");
        SpecFault fault = catchThrowableOfType(
                SpecFault.class, () -> TopologyFile.parse("digits.yaml", String.join("\n", lines)));
        assertThat(fault.key()).endsWith(STRANGER);
        return List.of(fault.remedy().replace("use one of ", "").split(", "));
    }

    /** Paths of the sections whose keys the grammar knows: modalities and Kafka's settings have the user's own. */
    private static List<String> sections(MappingNode node, String path) {
        List<String> found = new ArrayList<>();
        if (!path.equals("modalities")) {
            found.add(path);
        }
        for (NodeTuple entry : node.getValue()) {
            String key = Nodes.text(entry.getKeyNode());
            if (entry.getValueNode() instanceof MappingNode child && !key.equals("config")) {
                found.addAll(sections(child, path.isEmpty() ? key : path + "." + key));
            }
        }
        return found;
    }

    private static MappingNode mapping(MappingNode root, String path) {
        MappingNode at = root;
        for (String key : path.isEmpty() ? new String[0] : path.split("\\.")) {
            at = (MappingNode) at.getValue().stream()
                    .filter(entry -> Nodes.text(entry.getKeyNode()).equals(key))
                    .findFirst()
                    .orElseThrow()
                    .getValueNode();
        }
        return at;
    }

    private static List<String> keys(MappingNode node) {
        return node.getValue().stream()
                .map(entry -> Nodes.text(entry.getKeyNode()))
                .toList();
    }

    private static Node compose(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
    }
}
