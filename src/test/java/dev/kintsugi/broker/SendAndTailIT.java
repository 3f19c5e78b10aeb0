package dev.kintsugi.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.data.Split;
import dev.kintsugi.embedded.BrokerSettings;
import dev.kintsugi.embedded.EmbeddedCluster;
import dev.kintsugi.event.Event;
import dev.kintsugi.scenario.Delivery;
import dev.kintsugi.scenario.Mishaps;
import dev.kintsugi.scenario.Scenario;
import dev.kintsugi.scenario.ScenarioSettings;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendAndTailIT {
    private static final TopologySpec DIGITS = TopologyFile.read(Path.of("topologies", "digits.yaml"));
    private static EmbeddedCluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path data) {
        cluster = EmbeddedCluster.start(BrokerSettings.loopback(data, 0), 0);
        try (Topics topics = new Topics(connection(), DIGITS)) {
            topics.create();
        }
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void everyPlannedEventIsThereToBeReadUnderItsKey() {
        Mishaps mishaps = new Mishaps(Map.of("audio", 0.3), 0.05, 0.1, 0.2);
        List<Delivery> planned = new ArrayList<>();
        plan("all", 50, mishaps).forEachRemaining(planned::add);

        TopologySpec all = created("all");
        Tally tally = send(all, plan("all", 50, mishaps));

        assertThat(tally.events()).isEqualTo(planned.size());
        assertThat(tally.things()).isEqualTo(50);
        for (String modality : List.of("image", "audio", "label")) {
            List<Map.Entry<String, Event>> wanted = planned.stream()
                    .filter(delivery -> delivery.modality().equals(modality))
                    .map(delivery -> Map.entry(delivery.key(), delivery.event()))
                    .toList();
            assertThat(read("all." + modality, wanted.size())).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void theEventsOfAKeyMeetInTheSamePartition() {
        send(created("meet"), plan("meet", 40, Mishaps.NONE));
        Map<String, Set<Integer>> partitions = new HashMap<>();
        for (String modality : List.of("image", "audio", "label")) {
            tail(
                    "meet." + modality,
                    40,
                    seen -> partitions
                            .computeIfAbsent(seen.key(), key -> new HashSet<>())
                            .add(seen.raw().partition()));
        }
        assertThat(partitions)
                .hasSize(40)
                .allSatisfy((key, places) -> assertThat(places).hasSize(1));
        assertThat(partitions.values()).contains(Set.of(0), Set.of(1));
    }

    @Test
    void stopsInTheMiddleWhenToldTo() {
        Pace pace = Pace.realTime(Clock.systemUTC());
        ScenarioSettings slow = settings("slow", 1_000_000, Mishaps.NONE, Duration.ofMillis(5), Instant.now());
        try (Sender sender = new Sender(connection(), DIGITS)) {
            Tally tally = new Production(new Scenario(slow, things()), sender, pace).run(soFar -> {
                if (soFar.things() == 3) {
                    pace.stop();
                }
            });
            assertThat(tally.things()).isEqualTo(3);
        }
    }

    @Test
    void beginsAtTheEndUnlessAskedForTheBeginning() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
        sendRaw("digits.hindsight", "old", "before");
        // the clock is first read once the end has been found
        try (Tail tail = new Tail(connection(), () -> {
            begun.countDown();
            return System.nanoTime();
        })) {
            TailSettings settings = new TailSettings("digits.hindsight", false, 1, Optional.of(Duration.ofSeconds(20)));
            var following = CompletableFuture.runAsync(() -> tail.follow(settings, seen::add));
            begun.await();
            sendRaw("digits.hindsight", "new", "after");
            following.get();
        }
        assertThat(seen).extracting(Seen::key).containsExactly("new");
    }

    @Test
    void showsWhatIsNoRecordAndGoesOn() {
        sendRaw("digits.relations", "k", "plain text");
        sendRaw("digits.relations", "k", null);
        List<Seen> seen = new ArrayList<>();
        tail("digits.relations", 2, seen::add);
        assertThat(seen.get(0).problem().orElseThrow()).contains("begins with byte 0x70");
        assertThat(seen.get(1).problem()).hasValue("no value (a tombstone)");
    }

    @Test
    void refusesATopicThatIsNotThere() {
        try (Tail tail = new Tail(connection(), System::nanoTime)) {
            assertThatThrownBy(() -> tail.follow(new TailSettings("nowhere", true, 1, Optional.empty()), seen -> {}))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("there is no topic nowhere at " + cluster.bootstrap());
        }
    }

    @Test
    void refusesToSendToTopicsThatAreNotThere() {
        TopologySpec twoScripts = TopologyFile.read(Path.of("topologies", "two-scripts.yaml"));
        assertThatThrownBy(() -> new Sender(connection(), twoScripts))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("create it with 'kintsugi topics create'");
    }

    /** A topology of its own for a test, so that it knows how much there is to read. */
    private TopologySpec created(String name) {
        try {
            String digits = Files.readString(Path.of("topologies", "digits.yaml"));
            String renamed = digits.replace("digits.", name + ".").replaceFirst("name: digits", "name: " + name);
            TopologySpec topology = TopologyFile.read(Files.writeString(folder.resolve(name + ".yaml"), renamed));
            try (Topics topics = new Topics(connection(), topology)) {
                topics.create();
            }
            return topology;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Tally send(TopologySpec topology, Scenario plan) {
        try (Sender sender = new Sender(connection(), topology)) {
            return new Production(plan, sender, Pace.unlimited()).run(soFar -> {});
        }
    }

    private static List<Map.Entry<String, Event>> read(String topic, int count) {
        List<Map.Entry<String, Event>> events = new ArrayList<>();
        tail(
                topic,
                count,
                seen -> events.add(Map.entry(
                        seen.key(), (Event) seen.record().orElseThrow().event().orElseThrow())));
        return events;
    }

    private static void tail(String topic, long most, Consumer<Seen> viewer) {
        try (Tail tail = new Tail(connection(), System::nanoTime)) {
            long seen = tail.follow(new TailSettings(topic, true, most, Optional.of(Duration.ofSeconds(30))), viewer);
            assertThat(seen).isEqualTo(most);
        }
    }

    private static void sendRaw(String topic, String key, String value) {
        try (Producer<byte[], byte[]> producer = connection().producer()) {
            producer.send(new ProducerRecord<>(topic, key.getBytes(), value == null ? null : value.getBytes()));
        }
    }

    private static Scenario plan(String prefix, long count, Mishaps mishaps) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        return new Scenario(settings(prefix, count, mishaps, Duration.ofMillis(10), start), things());
    }

    private static ScenarioSettings settings(
            String prefix, long count, Mishaps mishaps, Duration spacing, Instant start) {
        return new ScenarioSettings(
                prefix,
                count,
                start,
                spacing,
                DIGITS.pairing().window(),
                DIGITS.pairing().grace(),
                DIGITS.sensed().stream().map(SensedModality::name).collect(Collectors.toSet()),
                mishaps,
                5);
    }

    private static DrawnThings things() {
        return new DrawnThings(DIGITS, Datasets.open("synthetic", 5), Split.TEST, 5);
    }

    private static Connection connection() {
        return new Connection(cluster.bootstrap(), cluster.registryUrl(), Map.of());
    }
}
