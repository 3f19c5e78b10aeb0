package dev.kintsugi.spec;

import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What a section asks of YAML nodes. */
final class Nodes {
    // Any other tag asks for an object to be made, which is never done here.
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.MAP, Tag.SEQ);

    private Nodes() {}

    static boolean isScalar(Node node) {
        return node instanceof ScalarNode && isPlain(node);
    }

    static boolean isMapping(Node node) {
        return node instanceof MappingNode && isPlain(node);
    }

    static boolean isList(Node node) {
        return node instanceof SequenceNode && isPlain(node);
    }

    static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    static List<NodeTuple> entries(Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    static List<Node> elements(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of();
    }

    /** The text of a scalar; empty for anything else. */
    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Counted from 1. */
    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The node as an error shows it, on one line: {@code "-5s"}, {@code a list}. */
    static String shown(Node node) {
        String kind = node instanceof MappingNode ? "a mapping" : "a list";
        String shown = node instanceof ScalarNode ? '"' + text(node).replace("\n", "\\n") + '"' : kind;
        return isPlain(node) ? shown : shown + " tagged " + node.getTag().getValue();
    }

    private static boolean isPlain(Node node) {
        return PLAIN.contains(node.getTag());
    }
}
