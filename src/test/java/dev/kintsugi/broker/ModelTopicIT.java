package dev.kintsugi.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.embedded.BrokerSettings;
import dev.kintsugi.embedded.EmbeddedCluster;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing models and reading them back, on a real broker. Bundles are but bytes here. */
class ModelTopicIT {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static EmbeddedCluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path data) {
        cluster = EmbeddedCluster.start(BrokerSettings.loopback(data, 0), 0);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aBundleLargerThanARecordComesBackByteForByte() {
        TopologySpec topology = created("large");
        byte[] bundle = bundle(1, 3_000_000);
        publish(topology, "one", bundle, 0);
        try (ModelTopic topic = ModelTopic.read(connection(), topology)) {
            PublishedModel model = topic.chosen().orElseThrow();
            assertThat(model).isEqualTo(new PublishedModel("one", START, 4, true));
            assertThat(topic.load(model)).isEqualTo(bundle);
        }
    }

    @Test
    void onePublishedBeforeCanBeUsedAgain() {
        TopologySpec topology = created("rollback");
        publish(topology, "aaa", bundle(1, 1_000), 0);
        publish(topology, "bbb", bundle(2, 1_000), 1);
        try (ModelPublisher publisher = new ModelPublisher(connection(), topology)) {
            assertThat(publisher.use("a", START).id()).isEqualTo("aaa");
            assertThatThrownBy(() -> publisher.use("c", START))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("no model on rollback.models")
                    .hasMessageContaining("kintsugi models list");
        }
        try (ModelTopic topic = ModelTopic.read(connection(), topology)) {
            assertThat(topic.models()).extracting(PublishedModel::id).containsExactly("aaa", "bbb");
            PublishedModel used = topic.chosen().orElseThrow();
            assertThat(used.id()).isEqualTo("aaa");
            assertThat(topic.load(used)).isEqualTo(bundle(1, 1_000));
        }
    }

    @Test
    void onlyTheLatestAreKept() {
        TopologySpec topology = created("kept");
        List<String> ids = List.of("a", "b", "c", "d");
        ids.forEach(id -> publish(topology, id, bundle(1, 1_000), ids.indexOf(id)));
        try (ModelTopic topic = ModelTopic.read(connection(), topology)) {
            assertThat(topic.models()).extracting(PublishedModel::id).containsExactly("b", "c", "d");
        }
    }

    @Test
    void anUnfinishedPublicationIsNotSeenAndTheNextPublisherEndsIt() {
        TopologySpec topology = created("torn");
        try (var torn = connection().transactional("torn.models.publisher")) {
            torn.initTransactions();
            torn.beginTransaction();
            torn.send(new org.apache.kafka.clients.producer.ProducerRecord<>("torn.models", new byte[1], new byte[9]));
            torn.flush();
            publish(topology, "whole", bundle(1, 1_000), 0);
        }
        try (ModelTopic topic = ModelTopic.read(connection(), topology)) {
            assertThat(topic.models()).extracting(PublishedModel::id).containsExactly("whole");
        }
    }

    @Test
    void aTopicThatIsNotThereIsNamedWithTheCommandThatCreatesIt() {
        assertThatThrownBy(() -> ModelTopic.read(connection(), topology("absent")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("absent.models")
                .hasMessageContaining("kintsugi topics create");
    }

    private static void publish(TopologySpec topology, String id, byte[] bundle, long second) {
        try (ModelPublisher publisher = new ModelPublisher(connection(), topology)) {
            publisher.publish(id, bundle, START.plusSeconds(second));
        }
    }

    private static byte[] bundle(long seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private TopologySpec created(String name) {
        TopologySpec topology = topology(name);
        try (Topics topics = new Topics(connection(), topology)) {
            topics.create();
        }
        return topology;
    }

    private TopologySpec topology(String name) {
        try {
            String digits = Files.readString(Path.of("topologies", "digits.yaml"));
            String renamed = digits.replace("digits.", name + ".")
                    .replaceFirst("name: digits", "name: " + name)
                    .replaceFirst("keep: 10", "keep: 3");
            return TopologyFile.read(Files.writeString(folder.resolve(name + ".yaml"), renamed));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection connection() {
        return new Connection(cluster.bootstrap(), cluster.registryUrl(), Map.of());
    }
}
