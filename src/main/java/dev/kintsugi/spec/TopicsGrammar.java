package dev.kintsugi.spec;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The {@code topics} of a topology file: names, sizes and settings of every topic that the modalities call for. */
final class TopicsGrammar {
    private static final Form<Optional<Duration>> RETENTION =
            Form.positiveDuration("7d").or("forever");
    private static final Form<Integer> PARTITIONS = Form.whole(1, 10_000);
    private static final Form<String> SETTING = Form.matching("\\S.*", "use the text of a Kafka topic setting");

    // The grammar has better words for these: retention, and the role of the topic.
    private static final Set<String> OWN_SETTINGS = Set.of("cleanup.policy", "retention.ms");

    private static final String MIN_IN_SYNC = "min.insync.replicas";

    // Chunks of a bundle may exceed Kafka's usual megabyte. Segments are small, since Kafka compacts none that is still
    // written to: tombstoned models would otherwise stay until a gigabyte has come after them.
    private static final Map<String, String> MODELS_SETTINGS =
            Map.of("cleanup.policy", "compact", "max.message.bytes", "4194304", "segment.bytes", "67108864");

    // A dead letter is a record as it came, which may have had Kafka's usual megabyte, with headers that say why.
    private static final Map<String, String> DLQ_SETTINGS = Map.of("max.message.bytes", "4194304");

    private final Section section;
    private final String topology;
    private final List<ModalitySpec> modalities;
    private final int partitions;
    private final short replication;
    private final Map<String, String> settings;

    private TopicsGrammar(Section section, String topology, List<ModalitySpec> modalities) {
        this.section = section;
        this.topology = topology;
        this.modalities = modalities;
        this.partitions = section.get("partitions", PARTITIONS, 2);
        this.replication = section.get("replication", Form.whole(1, 32), 1).shortValue();
        this.settings = section.section("config", TopicsGrammar::settings);
    }

    static TopicsSpec from(Section root, String topology, List<ModalitySpec> modalities) {
        TopicsSpec topics =
                root.section("topics", section -> new TopicsGrammar(section, topology, modalities).topics());
        refuseCollisions(root, topics.all());
        return topics;
    }

    private static Map<String, String> settings(Section config) {
        Map<String, String> settings = new TreeMap<>();
        for (String key : config.keys()) {
            settings.put(key, config.get(key, SETTING, ""));
            if (OWN_SETTINGS.contains(key)) {
                config.refuse(
                        key, "is decided topic by topic", "remove it, and set retention below the topic's own key");
            }
        }
        return settings;
    }

    private TopicsSpec topics() {
        judgeReplication();
        List<TopicSpec> all = Stream.of(TopicRole.values())
                .flatMap(role -> ofRole(role).stream())
                .toList();
        return new TopicsSpec(partitions, replication, all);
    }

    // Whether a setting is one that Kafka knows is for the broker to say; these two contradict each other here.
    private void judgeReplication() {
        String least = settings.getOrDefault(MIN_IN_SYNC, "");
        boolean starved = Form.whole(1, Integer.MAX_VALUE)
                .read(least)
                .filter(replicas -> replicas > replication)
                .isPresent();
        if (section.sound() && starved) {
            section.refuse(
                    "config." + MIN_IN_SYNC,
                    "is \"" + least + "\", more than topics.replication, \"" + replication + "\"",
                    "use " + replication + " or less, or nothing can be written");
        }
    }

    private List<TopicSpec> ofRole(TopicRole role) {
        if (role.needsPartner() && modalities.size() == 1) {
            section.refuseIfPresent(role.key(), "has nothing to hold with one modality");
            return List.of();
        }
        return section.section(
                role.key(), entry -> role.isPerModality() ? perModality(role, entry) : single(role, entry));
    }

    private List<TopicSpec> perModality(TopicRole role, Section entry) {
        Map<String, String> config = config(role, entry);
        return modalities.stream()
                .map(modality -> {
                    String name = role == TopicRole.INPUT ? modality.topic() : modality.restored();
                    return new TopicSpec(name, role, Optional.of(modality.name()), partitions, replication, config);
                })
                .toList();
    }

    private List<TopicSpec> single(TopicRole role, Section entry) {
        String name = entry.get("name", Form.topicName(), topology + "." + role.key());
        int usual = role.isSpread() ? partitions : 1;
        // The order of the models is the order of their one partition.
        int count = role == TopicRole.MODELS ? 1 : entry.get("partitions", PARTITIONS, usual);
        return List.of(new TopicSpec(name, role, Optional.empty(), count, replication, config(role, entry)));
    }

    private Map<String, String> config(TopicRole role, Section entry) {
        Map<String, String> config = new HashMap<>(settings);
        if (role == TopicRole.MODELS) {
            config.putAll(MODELS_SETTINGS);
        } else {
            long millis = entry.get("retention", RETENTION, role.usualRetention())
                    .map(Duration::toMillis)
                    .orElse(-1L);
            if (role == TopicRole.DLQ) {
                DLQ_SETTINGS.forEach(config::putIfAbsent);
            }
            config.put("cleanup.policy", "delete");
            config.put("retention.ms", Long.toString(millis));
        }
        return config;
    }

    /** Kafka takes dot and underscore in topic names for the same, since the names of its metrics do. */
    private static void refuseCollisions(Section root, List<TopicSpec> topics) {
        Map<String, TopicSpec> first = new HashMap<>();
        for (TopicSpec topic : topics) {
            TopicSpec other = first.putIfAbsent(topic.name().replace('.', '_'), topic);
            if (other != null) {
                String difference = other.name().equals(topic.name()) ? "the same" : "but for . and _ the same";
                root.refuse(
                        key(topic),
                        "is \"" + topic.name() + "\", " + difference + " as " + key(other),
                        "give each topic its own name");
            }
        }
    }

    /** Where the file says the name of the topic, or could say it. */
    private static String key(TopicSpec topic) {
        String last = topic.role() == TopicRole.INPUT ? "topic" : "restored";
        return topic.modality()
                .map(modality -> "modalities." + modality + "." + last)
                .orElse("topics." + topic.role().key() + ".name");
    }
}
