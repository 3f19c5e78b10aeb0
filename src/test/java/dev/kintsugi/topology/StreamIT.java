package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.DrawnThings;
import dev.kintsugi.broker.Pace;
import dev.kintsugi.broker.Production;
import dev.kintsugi.broker.Sender;
import dev.kintsugi.broker.Tail;
import dev.kintsugi.broker.TailSettings;
import dev.kintsugi.broker.Topics;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.data.Split;
import dev.kintsugi.embedded.BrokerSettings;
import dev.kintsugi.embedded.EmbeddedCluster;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.Restored;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.scenario.Mishaps;
import dev.kintsugi.scenario.Scenario;
import dev.kintsugi.scenario.ScenarioSettings;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.topology.StreamSettings.Guarantee;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream on a real broker, with a model that has learned nothing. */
class StreamIT {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int THINGS = 40;
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
    void everyThingIsObservedOnceAndWhatItLacksRestoredAcrossAnOrderlyRestart() throws Exception {
        TopologySpec topology = created("flow");
        try (StreamRun run = run(topology, Guarantee.EXACTLY_ONCE)) {
            send(topology, "a", START);
            assertThat(read("flow.observations", THINGS)).hasSize(THINGS);
        }
        try (StreamRun run = run(topology, Guarantee.EXACTLY_ONCE)) {
            send(topology, "b", START.plusSeconds(3_600));
            List<Observation> all = of(Observation.class, read("flow.observations", 2 * THINGS));
            assertThat(all).extracting(Observation::key).doesNotHaveDuplicates();
            long lonely = all.stream()
                    .filter(each -> each.missing().contains("audio"))
                    .count();
            List<Restored> restored = of(Restored.class, read("flow.audio.restored", (int) lonely));
            assertThat(restored.stream().map(Restored::observationId).collect(Collectors.toSet()))
                    .isEqualTo(all.stream()
                            .filter(each -> each.missing().contains("audio"))
                            .map(Observation::id)
                            .collect(Collectors.toSet()));
            assertThat(read("flow.latents", 2 * THINGS)).hasSize(2 * THINGS);
            assertThat(run.failed()).isFalse();
        }
    }

    @Test
    void runsAtLeastOnceToo() throws Exception {
        TopologySpec topology = created("least");
        try (StreamRun run = run(topology, Guarantee.AT_LEAST_ONCE)) {
            send(topology, "a", START);
            assertThat(read("least.observations", THINGS)).hasSize(THINGS);
        }
    }

    @Test
    void whatFailsAgainAndAgainEndsTheStreamLoudly() throws Exception {
        TopologySpec topology = created("doomed");
        Supplier<Restoration> broken = () -> {
            throw new OutOfMemoryError("no room for the model");
        };
        try (StreamRun run = started(topology, Guarantee.EXACTLY_ONCE, broken)) {
            assertThatThrownBy(run::awaitEnd).isInstanceOf(Fault.class).hasMessageContaining("no room for the model");
        }
    }

    @Test
    void topicsThatAreNotThereAreNamedWithTheCommandThatCreatesThem() {
        try (Topics topics = new Topics(connection(), topology("absent"))) {
            assertThatThrownBy(topics::requireForStream)
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("absent.image")
                    .hasMessageContaining("kintsugi topics create");
        }
    }

    @Test
    void inputsThatDifferInPartitionsAreNamedWithTheirCounts() throws Exception {
        try (Admin admin = connection().admin()) {
            admin.createTopics(List.of(new NewTopic("uneven.image", 3, (short) 1)))
                    .all()
                    .get();
        }
        try (Topics topics = new Topics(connection(), created("uneven"))) {
            assertThatThrownBy(topics::requireForStream)
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("uneven.image has 3, uneven.audio has 2, uneven.label has 2");
        }
    }

    private StreamRun run(TopologySpec topology, Guarantee guarantee) throws InterruptedException {
        StreamRun run =
                started(topology, guarantee, BundleRestoration.of(topology, RandomBundle.of(RandomModel.digits())));
        assertThat(run.awaitRunning(LONG)).isTrue();
        return run;
    }

    private StreamRun started(TopologySpec topology, Guarantee guarantee, Supplier<Restoration> model) {
        Properties properties = new StreamSettings(topology, guarantee, 2)
                .properties(connection().forStreams(), folder.resolve("state"), "test");
        StreamRun run = StreamRun.of(
                topology, Set.of(Stage.PAIR, Stage.RESTORE), connection().schemas(), model, 2, properties);
        run.start();
        return run;
    }

    private void send(TopologySpec topology, String prefix, Instant from) {
        Set<String> sides = topology.sensed().stream().map(SensedModality::name).collect(Collectors.toSet());
        ScenarioSettings settings = new ScenarioSettings(
                prefix,
                THINGS,
                from,
                Duration.ofMillis(50),
                topology.pairing().window(),
                topology.pairing().grace(),
                sides,
                new Mishaps(Map.of("audio", .5), 0, 0, 0),
                7);
        DrawnThings things = new DrawnThings(topology, Datasets.open("synthetic", 5), Split.TEST, 5);
        try (Sender sender = new Sender(connection(), topology)) {
            new Production(new Scenario(settings, things), sender, Pace.unlimited()).run(soFar -> {});
        }
    }

    private List<Object> read(String topic, int count) {
        List<Object> records = new ArrayList<>();
        try (Tail tail = new Tail(connection(), System::nanoTime)) {
            tail.follow(
                    new TailSettings(topic, true, count, Optional.of(LONG)),
                    seen -> records.add(seen.record().orElseThrow().event().orElseThrow()));
        }
        return records;
    }

    private static <T> List<T> of(Class<T> type, List<Object> records) {
        return records.stream().map(type::cast).toList();
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
                    .replaceFirst("patience: 3s", "patience: 500ms");
            return TopologyFile.read(Files.writeString(folder.resolve(name + ".yaml"), renamed));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection connection() {
        return new Connection(cluster.bootstrap(), cluster.registryUrl(), Map.of());
    }
}
