package dev.kintsugi.spec;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * One mapping of a topology file, read key by key.
 *
 * <p>A read that fails notes the problem and answers the default, so that one pass finds all problems of a file; what
 * is built from such answers is thrown away by {@link Problems#raise()}. The keys that were asked for are the grammar:
 * any other is unknown.
 */
final class Section {
    private final Problems problems;
    private final String path;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Section(Problems problems, String path, List<NodeTuple> entries) {
        this.problems = problems;
        this.path = path;
        entries.forEach(this::enter);
    }

    /** What the reader makes of the whole file. */
    static <T> T root(Problems problems, Node node, Function<Section, T> reader) {
        return new Section(problems, "", Nodes.entries(node)).readBy(reader);
    }

    private void enter(NodeTuple entry) {
        Node key = entry.getKeyNode();
        String name = Nodes.text(key);
        if (!Nodes.isScalar(key)) {
            // YAML's own sign for a key that is no word.
            problems.locate(at("?"), Nodes.line(key), key);
            refuse("?", "is " + Nodes.shown(key) + " where a key should be", "use a word as the key");
        } else if (values.containsKey(name)) {
            problems.addTwice(at(name), Nodes.line(key), entry.getValueNode());
        } else {
            values.put(name, entry.getValueNode());
            problems.locate(at(name), Nodes.line(key), entry.getValueNode());
        }
    }

    private <T> T readBy(Function<Section, T> reader) {
        T result = reader.apply(this);
        values.keySet().stream().filter(key -> !asked.contains(key)).forEach(this::refuseUnknown);
        return result;
    }

    private void refuseUnknown(String key) {
        String remedy = NearestWord.to(key, asked)
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> "use one of " + String.join(", ", asked));
        refuse(key, "is unknown", remedy);
    }

    /** The keys that stand in the file, in its order. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether the key holds a mapping, for keys that take a value or a mapping. */
    boolean hasSection(String key) {
        return has(key) && Nodes.isMapping(values.get(key));
    }

    <T> T get(String key, Form<T> form, T fallback) {
        asked.add(key);
        return has(key) ? scalar(values.get(key), key, form).orElse(fallback) : fallback;
    }

    /** As {@link #get}, but a file without the key is refused; the stand-in only lets the reading go on. */
    <T> T require(String key, Form<T> form, T standIn) {
        if (!has(key)) {
            refuse(key, "is missing", form.remedy().apply(""));
        }
        return get(key, form, standIn);
    }

    /** The elements of a list, all different; the key must be there. */
    <T> List<T> requireList(String key, Form<T> form) {
        if (!has(key)) {
            refuse(key, "is missing", "use a list such as [a, b]");
        }
        return list(key, form, List.of());
    }

    /** The elements of a list, all different. */
    <T> List<T> list(String key, Form<T> form, List<T> fallback) {
        asked.add(key);
        if (!has(key)) {
            return fallback;
        }
        if (!Nodes.isList(values.get(key))) {
            refuse(key, "is " + Nodes.shown(values.get(key)), "use a list such as [a, b]");
        }
        Set<T> elements = new LinkedHashSet<>();
        int index = 0;
        for (Node node : Nodes.elements(values.get(key))) {
            String element = key + "[" + index++ + "]";
            problems.locate(at(element), Nodes.line(node), node);
            scalar(node, element, form).filter(value -> !elements.add(value)).ifPresent(value -> refuseAgain(element));
        }
        return List.copyOf(elements);
    }

    private void refuseAgain(String element) {
        refuse(element, "is in the list already", "list each value once");
    }

    /**
     * What the reader makes of the mapping below the key; one that is absent or empty leaves every default as it is.
     */
    <T> T section(String key, Function<Section, T> reader) {
        asked.add(key);
        Node node = values.get(key);
        if (node != null && !Nodes.isMapping(node) && !Nodes.isNull(node)) {
            refuse(key, "is " + Nodes.shown(node), "use a mapping: keys with values, indented below it");
        }
        return new Section(problems, at(key), Nodes.entries(node)).readBy(reader);
    }

    /** Refuses a key that has no meaning in this topology. */
    void refuseIfPresent(String key, String trouble) {
        asked.add(key);
        if (has(key)) {
            refuse(key, trouble, "remove it");
        }
    }

    /** Notes a problem of a key below this section. */
    void refuse(String key, String trouble, String remedy) {
        problems.add(at(key), trouble, remedy);
    }

    /** Notes a problem of this section as a whole. */
    void refuse(String trouble, String remedy) {
        problems.add(path, trouble, remedy);
    }

    /** Takes the remaining keys unread, where they cannot be judged. */
    void skip() {
        asked.addAll(keys());
    }

    /** Whether nothing is wrong so far in this section, so that rules between its keys can be judged. */
    boolean sound() {
        return problems.sound(path);
    }

    private <T> Optional<T> scalar(Node node, String key, Form<T> form) {
        String text = Nodes.text(node);
        boolean readable = Nodes.isScalar(node) && !Nodes.isNull(node);
        Optional<T> value = readable ? form.read(text) : Optional.empty();
        if (value.isEmpty()) {
            String trouble = Nodes.isNull(node) ? "has no value" : "is " + Nodes.shown(node);
            refuse(key, trouble, form.remedy().apply(text));
        }
        return value;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
