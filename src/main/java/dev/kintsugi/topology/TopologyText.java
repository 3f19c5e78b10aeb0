package dev.kintsugi.topology;

import dev.kintsugi.spec.TopicSpec;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.Schemas;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/** What a topology file becomes, for people: operators, topics, stores and settings, or a diagram of them in Mermaid. */
public final class TopologyText {
    private static final Schemas UNASKED = new Schemas() {
        @Override
        public int idOf(String subject, String schema) {
            throw new IllegalStateException("nothing is written while a topology is described");
        }

        @Override
        public String byId(int id) {
            throw new IllegalStateException("nothing is read while a topology is described");
        }
    };

    private final StreamSettings settings;
    private final Set<Stage> stages;
    private final List<Node> nodes;

    public TopologyText(StreamSettings settings, Set<Stage> stages) {
        this.settings = settings;
        this.stages = new TreeSet<>(stages);
        Topology topology = StreamTopology.of(settings.topology(), stages, UNASKED, () -> {
            throw new IllegalStateException("no model is asked while a topology is described");
        });
        this.nodes = topology.describe().subtopologies().stream()
                .flatMap(each -> each.nodes().stream())
                .sorted(Comparator.comparing(TopologyText::rank).thenComparing(Node::name))
                .toList();
    }

    /** Sections of lines, each name in a column of its own. */
    public String plain() {
        TopologySpec topology = settings.topology();
        return section("stages", stages, Stage::text, stage -> "")
                + section("operators", nodes, Node::name, TopologyText::describe)
                + section("topics", topology.topics().all(), TopicSpec::name, TopologyText::describe)
                + section("stores", stores(), store -> store, this::describe)
                + section(
                        "settings",
                        settings.ours().entrySet(),
                        setting -> setting.getKey(),
                        setting -> setting.getValue());
    }

    /** A flow chart, as Markdown on many sites shows it. */
    public String mermaid() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        nodes.forEach(node -> text.append("  ").append(shape(node)).append('\n'));
        nodes.forEach(node -> node.successors().stream()
                .map(Node::name)
                .sorted()
                .forEach(next -> text.append("  ")
                        .append(id(node.name()))
                        .append(" --> ")
                        .append(id(next))
                        .append('\n')));
        stores().forEach(store ->
                text.append("  ").append(id(store)).append("[(").append(store).append(")]\n"));
        nodes.stream()
                .filter(Processor.class::isInstance)
                .forEach(node -> ((Processor) node)
                        .stores().stream()
                                .sorted()
                                .forEach(store -> text.append("  ")
                                        .append(id(node.name()))
                                        .append(" -.- ")
                                        .append(id(store))
                                        .append('\n')));
        return text.toString();
    }

    private static <T> String section(
            String title, Iterable<T> things, Function<T, String> name, Function<T, String> what) {
        int width = 0;
        for (T thing : things) {
            width = Math.max(width, name.apply(thing).length());
        }
        StringBuilder text = new StringBuilder(title).append('\n');
        for (T thing : things) {
            String line = String.format("  %-" + width + "s  %s", name.apply(thing), what.apply(thing));
            text.append(line.stripTrailing()).append('\n');
        }
        return text.append('\n').toString();
    }

    /** As events pass through them. */
    private static int rank(Node node) {
        if (node instanceof Source) {
            return 0;
        }
        if (node instanceof Sink) {
            return 4;
        }
        if (node.predecessors().stream().allMatch(Source.class::isInstance)) {
            return 1;
        }
        return node.successors().stream().anyMatch(Processor.class::isInstance) ? 2 : 3;
    }

    private static String describe(Node node) {
        if (node instanceof Source source) {
            return "reads " + String.join(", ", new TreeSet<>(source.topicSet()));
        }
        if (node instanceof Sink sink) {
            return "writes " + sink.topic();
        }
        String stores = ((Processor) node).stores().stream().sorted().collect(Collectors.joining(", "));
        String next = node.successors().stream().map(Node::name).sorted().collect(Collectors.joining(", "));
        return (stores.isEmpty() ? "" : "keeps " + stores + "; ") + "to " + next;
    }

    private static String describe(TopicSpec topic) {
        return topic.role().name().toLowerCase(Locale.ROOT) + ", "
                + (topic.partitions() == 1 ? "1 partition" : topic.partitions() + " partitions");
    }

    private String describe(String store) {
        return Store.valueOf(store.toUpperCase(Locale.ROOT)).purpose() + "; changelog " + settings.applicationId() + "-"
                + store + "-changelog";
    }

    private List<String> stores() {
        return nodes.stream()
                .filter(Processor.class::isInstance)
                .flatMap(node -> ((Processor) node).stores().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static String shape(Node node) {
        if (node instanceof Source source) {
            return id(node.name()) + "([" + String.join(", ", new TreeSet<>(source.topicSet())) + "])";
        }
        return node instanceof Sink sink
                ? id(node.name()) + "([" + sink.topic() + "])"
                : id(node.name()) + "[" + node.name() + "]";
    }

    private static String id(String name) {
        return name.replace('-', '_').replace('.', '_');
    }
}
