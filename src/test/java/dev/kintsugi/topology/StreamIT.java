package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kintsugi.Fault;
import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.DrawnThings;
import dev.kintsugi.broker.ModelFeed;
import dev.kintsugi.broker.ModelPublisher;
import dev.kintsugi.broker.Pace;
import dev.kintsugi.broker.Production;
import dev.kintsugi.broker.PublishedModel;
import dev.kintsugi.broker.Sender;
import dev.kintsugi.broker.Tail;
import dev.kintsugi.broker.TailSettings;
import dev.kintsugi.broker.Topics;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.data.Split;
import dev.kintsugi.embedded.BrokerSettings;
import dev.kintsugi.embedded.EmbeddedCluster;
import dev.kintsugi.event.Latents;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.Restored;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.scenario.Mishaps;
import dev.kintsugi.scenario.Scenario;
import dev.kintsugi.scenario.ScenarioSettings;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.telemetry.Meters;
import dev.kintsugi.telemetry.Metric;
import dev.kintsugi.topology.StreamSettings.Guarantee;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final Bundle FIRST = RandomBundle.of(RandomModel.digits(), 1);
    private static final Bundle SECOND = RandomBundle.of(RandomModel.digits(), 2);

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
    void aThreadThatDiesIsReplacedAndItsWorkDone() throws Exception {
        TopologySpec topology = created("shaky");
        AtomicInteger asked = new AtomicInteger();
        Supplier<Restoration> sound = BundleRestoration.of(topology, FIRST);
        Supplier<Restoration> shaky = () -> {
            if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("not today");
            }
            return sound.get();
        };
        MeterRegistry registry = new SimpleMeterRegistry();
        try (StreamRun run = started(topology, Guarantee.EXACTLY_ONCE, shaky, new Meters(registry))) {
            send(topology, "a", START);
            assertThat(read("shaky.latents", THINGS)).hasSize(THINGS);
            assertThat(run.failed()).isFalse();
        }
        assertThat(registry.get(Metric.REPLACEMENTS.meterName()).counter().count())
                .isEqualTo(1);
    }

    @Test
    void whatIsReadyIsDoneBeforeItStops() throws Exception {
        TopologySpec topology = topology("drained", "linger: 10ms", "linger: 10m");
        create(topology);
        try (StreamRun run = run(topology, Guarantee.EXACTLY_ONCE)) {
            send(topology, "a", START);
            assertThat(read("drained.observations", THINGS)).hasSize(THINGS);
        }
        assertThat(read("drained.latents", THINGS)).hasSize(THINGS);
    }

    @Test
    void aModelThatIsPublishedIsTakenUpWithoutARestartAndNothingIsLost() throws Exception {
        TopologySpec topology = created("swap");
        MeterRegistry registry = new SimpleMeterRegistry();
        ModelInUse model = new ModelInUse(topology, new Meters(registry));
        try (ModelPublisher publisher = new ModelPublisher(connection(), topology)) {
            publisher.publish(FIRST.id(), FIRST.toBytes(), START);
            try (ModelFeed feed = ModelFeed.open(connection(), topology, offering(model));
                    StreamRun run = started(topology, Guarantee.EXACTLY_ONCE, model, Meters.unread())) {
                assertThat(model.id()).hasValue(FIRST.shortId());
                send(topology, "a", START);
                assertThat(read("swap.latents", THINGS)).hasSize(THINGS);
                publisher.publish("nonsense", new byte[] {1, 2, 3}, START.plusSeconds(1));
                await().atMost(LONG).until(() -> counted(registry, Metric.REFUSALS) == 1);
                publisher.publish(SECOND.id(), SECOND.toBytes(), START.plusSeconds(2));
                await().atMost(LONG).until(() -> model.id().equals(Optional.of(SECOND.shortId())));
                send(topology, "b", START.plusSeconds(3_600));
                assertThat(modelsByPrefix(of(Latents.class, read("swap.latents", 2 * THINGS))))
                        .isEqualTo(Map.of("a", Set.of(FIRST.shortId()), "b", Set.of(SECOND.shortId())));
                publisher.use(FIRST.shortId(), START.plusSeconds(3));
                await().atMost(LONG).until(() -> model.id().equals(Optional.of(FIRST.shortId())));
                assertThat(run.failed()).isFalse();
            }
        }
        assertThat(of(Observation.class, read("swap.observations", 2 * THINGS)))
                .extracting(Observation::key)
                .doesNotHaveDuplicates();
    }

    /** Which models are named by the records of which things. */
    private static Map<String, Set<String>> modelsByPrefix(List<Latents> latents) {
        return latents.stream()
                .collect(Collectors.groupingBy(
                        each -> each.key().substring(0, 1), Collectors.mapping(Latents::modelId, Collectors.toSet())));
    }

    private static ModelFeed.Receiver offering(ModelInUse model) {
        return new ModelFeed.Receiver() {
            @Override
            public void chosen(PublishedModel published, byte[] bundle) {
                model.offer(bundle, published.id(), "the models topic");
            }

            @Override
            public void unusable(String why) {
                model.refuse(why);
            }
        };
    }

    private static double counted(MeterRegistry registry, Metric metric) {
        return registry.get(metric.meterName()).counter().count();
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
        StreamRun run = started(topology, guarantee, BundleRestoration.of(topology, FIRST));
        assertThat(run.awaitRunning(LONG)).isTrue();
        return run;
    }

    private StreamRun started(TopologySpec topology, Guarantee guarantee, Supplier<Restoration> model) {
        return started(topology, guarantee, model, Meters.unread());
    }

    private StreamRun started(TopologySpec topology, Guarantee guarantee, Supplier<Restoration> model, Meters meters) {
        Properties properties = new StreamSettings(topology, guarantee, 2)
                .properties(connection().forStreams(), folder.resolve("state"), "test");
        StreamRun run = StreamRun.of(
                topology, Set.of(Stage.PAIR, Stage.RESTORE), connection().schemas(), model, 2, properties, meters);
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
        return create(topology(name));
    }

    private static TopologySpec create(TopologySpec topology) {
        try (Topics topics = new Topics(connection(), topology)) {
            topics.create();
        }
        return topology;
    }

    private TopologySpec topology(String name) {
        return topology(name, "", "");
    }

    private TopologySpec topology(String name, String setting, String otherwise) {
        try {
            String digits = Files.readString(Path.of("topologies", "digits.yaml"));
            String renamed = digits.replace("digits.", name + ".")
                    .replaceFirst("name: digits", "name: " + name)
                    .replaceFirst("patience: 3s", "patience: 500ms")
                    .replaceFirst(setting, otherwise);
            return TopologyFile.read(Files.writeString(folder.resolve(name + ".yaml"), renamed));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection connection() {
        return new Connection(cluster.bootstrap(), cluster.registryUrl(), Map.of());
    }
}
