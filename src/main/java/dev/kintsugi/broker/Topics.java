package dev.kintsugi.broker;

import dev.kintsugi.Fault;
import dev.kintsugi.broker.TopicState.Status;
import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopicSpec;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.ConfluentSchemas;
import dev.kintsugi.wire.Subjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;

/** The topics that a topology names, on one broker. */
public final class Topics implements AutoCloseable {
    private final Connection connection;
    private final TopologySpec topology;
    private final Admin admin;

    public Topics(Connection connection, TopologySpec topology) {
        this.connection = connection;
        this.topology = topology;
        this.admin = connection.admin();
    }

    /**
     * Creates what is not there, and leaves what is there as it is. The schemas of their records are registered as well,
     * each subject held to reading all that was ever written under it.
     */
    public List<TopicState> create() {
        List<TopicState> before = list();
        List<TopicSpec> absent = before.stream()
                .filter(state -> state.status() == Status.ABSENT)
                .map(TopicState::wanted)
                .toList();
        connection.await(
                admin.createTopics(absent.stream().map(Topics::asNew).toList()).all(), "creating topics");
        awaitLeaders(absent);
        registerSchemas();
        return before.stream()
                .map(state -> state.status() == Status.ABSENT ? TopicState.of(state.wanted(), Status.CREATED) : state)
                .toList();
    }

    /**
     * Waits until the new partitions answer, which is later than that their leader is known. A producer that came in
     * between could have its first batch refused and its second taken: Kafka takes any first number from a producer that
     * it does not know, and from then on refuses the first batch, out of order, until it expires.
     */
    private void awaitLeaders(List<TopicSpec> topics) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        // A consumer asks until it is answered; the admin client gives up at the first partition it has not heard of.
        try (Consumer<byte[], byte[]> consumer = connection.consumer()) {
            consumer.endOffsets(partitions);
        } catch (KafkaException e) {
            throw connection.failure("waiting for the new topics", e);
        }
    }

    /** How the topics stand. */
    public List<TopicState> list() {
        Set<String> existing = existing();
        Map<String, TopicDescription> descriptions =
                connection.await(admin.describeTopics(existing).allTopicNames(), "describing topics");
        Map<String, Config> configs = configs(existing);
        return topology.topics().all().stream()
                .map(wanted -> existing.contains(wanted.name())
                        ? compare(wanted, descriptions.get(wanted.name()), configs.get(wanted.name()))
                        : TopicState.of(wanted, Status.ABSENT))
                .toList();
    }

    /**
     * Requires that all topics are there and that those of the inputs have the same number of partitions, which it answers.
     * Events of one key can meet only where the same number says where they lie.
     */
    public int requireForStream() {
        Set<String> existing = existing();
        List<String> absent = topology.topics().all().stream()
                .map(TopicSpec::name)
                .filter(name -> !existing.contains(name))
                .toList();
        if (!absent.isEmpty()) {
            throw new Fault("there is no topic " + String.join(", ", absent) + " at " + connection.bootstrap()
                    + "; create what the topology names with 'kintsugi topics create'");
        }
        List<String> inputs = topology.topics().of(TopicRole.INPUT).stream()
                .map(TopicSpec::name)
                .toList();
        Map<String, TopicDescription> found =
                connection.await(admin.describeTopics(inputs).allTopicNames(), "describing topics");
        List<Integer> counts =
                inputs.stream().map(name -> found.get(name).partitions().size()).toList();
        if (counts.stream().distinct().count() > 1) {
            throw new Fault("the input topics differ in their partitions: "
                    + inputs.stream()
                            .map(name -> name + " has "
                                    + found.get(name).partitions().size())
                            .collect(Collectors.joining(", "))
                    + "; events of one key would not meet. Use topics with the same count: delete and create them, or"
                    + " name others in the topology file");
        }
        return counts.get(0);
    }

    /** Deletes all topics whose names begin so, whoever made them. */
    public void deleteNamed(String prefix) {
        Set<String> named = connection.await(admin.listTopics().names(), "listing topics").stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
        connection.await(admin.deleteTopics(named).all(), "deleting topics");
    }

    /** Deletes those that are there, and all that is in them. Their schemas stay, so that old records can be read. */
    public List<TopicState> delete() {
        Set<String> existing = existing();
        connection.await(admin.deleteTopics(existing).all(), "deleting topics");
        return topology.topics().all().stream()
                .map(topic -> TopicState.of(topic, existing.contains(topic.name()) ? Status.DELETED : Status.ABSENT))
                .toList();
    }

    private Set<String> existing() {
        Set<String> there = connection.await(admin.listTopics().names(), "listing topics");
        return topology.topics().all().stream()
                .map(TopicSpec::name)
                .filter(there::contains)
                .collect(Collectors.toSet());
    }

    private Map<String, Config> configs(Collection<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(Type.TOPIC, topic))
                .toList();
        return connection.await(admin.describeConfigs(resources).all(), "describing topics").entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private static TopicState compare(TopicSpec wanted, TopicDescription found, Config config) {
        List<String> differences = new ArrayList<>();
        int partitions = found.partitions().size();
        int replicas = found.partitions().get(0).replicas().size();
        note(differences, "partitions", wanted.partitions(), partitions);
        note(differences, "replication", (int) wanted.replication(), replicas);
        wanted.config().forEach((key, value) -> {
            ConfigEntry entry = config.get(key);
            note(differences, key, value, entry == null ? "nothing" : entry.value());
        });
        return new TopicState(wanted, Status.EXISTS, List.copyOf(differences));
    }

    private static void note(List<String> differences, String setting, Object wanted, Object found) {
        if (!wanted.equals(found)) {
            differences.add(setting + " " + found + " instead of " + wanted);
        }
    }

    private static NewTopic asNew(TopicSpec topic) {
        return new NewTopic(topic.name(), topic.partitions(), topic.replication()).configs(topic.config());
    }

    /** Registers the schemas of all records, which also tells whether the registry answers and accepts them. */
    public void registerSchemas() {
        ConfluentSchemas schemas = connection.schemas();
        for (TopicSpec topic : topology.topics().all()) {
            TopicRecords.of(topology, topic).ifPresent(type -> {
                String subject = Subjects.ofValues(topic.name());
                schemas.requireBackwardTransitive(subject);
                schemas.idOf(subject, type.schemaJson());
            });
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
