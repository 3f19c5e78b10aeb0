package dev.kintsugi.once;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.DrawnThings;
import dev.kintsugi.broker.Sender;
import dev.kintsugi.broker.Topics;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.data.Split;
import dev.kintsugi.dice.Dice;
import dev.kintsugi.embedded.ClusterProcess;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A stream that is killed again and again writes what one writes that is left alone: exactly once, the same records, with
 * the same bytes, in the same order; at least once, of every event, if more than once. {@code scripts/exactly-once} runs
 * this with twenty kills.
 */
class ExactlyOnceIT {
    private static final int KILLS = Integer.getInteger("kintsugi.once.kills", 2);
    private static final int THINGS = Integer.getInteger("kintsugi.once.things", 2_500);
    private static final long SEED = Long.getLong("kintsugi.once.seed", 1);
    private static final String EXACTLY_ONCE = "exactly-once";

    /** Only asked for where the machine has nothing else to do. */
    private static final double FIRST_OUTPUT_WITHIN_S =
            Double.parseDouble(System.getProperty("kintsugi.once.within", "600"));

    private static final Duration LONG = Duration.ofMinutes(10);

    /** A kill comes at most so long after the first output, or after the start. */
    private static final int LIFE_MS = 1_200;

    private static final int BIRTH_MS = 4_000;

    /** A machine that is busy with other things may take long to answer, which is no failure of the stream. */
    private static final Map<String, String> PATIENT =
            Map.of("request.timeout.ms", "60000", "default.api.timeout.ms", "120000");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private static List<String> guarantees() {
        String chosen = System.getProperty("kintsugi.once.processing", EXACTLY_ONCE + ",at-least-once");
        return List.of(chosen.split(","));
    }

    @ParameterizedTest
    @MethodSource("guarantees")
    void killedAgainAndAgainItLosesNothing(String processing) throws Exception {
        try (ClusterProcess cluster = ClusterProcess.start(folder.resolve("broker"))) {
            Connection connection = new Connection(cluster.bootstrap(), cluster.registryUrl(), PATIENT);
            Path calmFile = topology("calm");
            Path killedFile = topology("killed");
            Set<String> events = load(connection, create(connection, calmFile));
            TopologySpec killed = create(connection, killedFile);
            try (OutputLog wanted = new OutputLog(connection, TopologyFile.read(calmFile));
                    OutputLog found = new OutputLog(connection, killed)) {
                undisturbed(start(calmFile, "calm", connection, processing), wanted, events);
                List<Double> seconds = killed(() -> start(killedFile, "killed", connection, processing), found, events);
                assertThat(wanted.places())
                        .allSatisfy(
                                (event, times) -> assertThat(times).as(event).isOne());
                assertThat(wanted.places().keySet()).isEqualTo(events);
                report(processing, seconds, wanted, found);
                assertThat(found.places().keySet()).isEqualTo(events);
                if (processing.equals(EXACTLY_ONCE)) {
                    assertThat(Differences.between(wanted.lines(), found.lines()))
                            .isEmpty();
                }
                assertThat(seconds).allMatch(each -> each <= FIRST_OUTPUT_WITHIN_S);
            }
        }
    }

    private static void undisturbed(StreamProcess process, OutputLog log, Set<String> events) throws Exception {
        try (process) {
            finish(process, log, events);
        }
    }

    /** Answers how many seconds passed between each kill and the first output thereafter. */
    private static List<Double> killed(Callable<StreamProcess> starting, OutputLog log, Set<String> events)
            throws Exception {
        List<Double> seconds = new ArrayList<>();
        Dice dice = Dice.of(SEED);
        long killedAt = Long.MAX_VALUE;
        StreamProcess process = starting.call();
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                boolean unborn = kill % 4 == 3;
                if (!unborn) {
                    awaitOutput(log, process);
                    if (killedAt < Long.MAX_VALUE) {
                        seconds.add((System.nanoTime() - killedAt) / 1e9);
                    }
                }
                log.readUntil(() -> false, Duration.ofMillis(dice.below(unborn ? BIRTH_MS : LIFE_MS)));
                assertThat(process.alive()).isTrue();
                process.kill();
                killedAt = System.nanoTime();
                process = starting.call();
                log.readToEnd();
                assertThat(log.places().size())
                        .as("events before kill %d", kill + 1)
                        .isLessThan(events.size());
            }
            awaitOutput(log, process);
            seconds.add((System.nanoTime() - killedAt) / 1e9);
            finish(process, log, events);
        } finally {
            process.close();
        }
        return seconds;
    }

    private static void awaitOutput(OutputLog log, StreamProcess process) {
        long before = log.observations();
        assertThat(log.readUntil(() -> log.observations() > before || !process.alive(), LONG))
                .isTrue();
        assertThat(process.alive()).isTrue();
    }

    /** Until every event has its place; what is committed beyond that, up to an orderly end, is read as well. */
    private static void finish(StreamProcess process, OutputLog log, Set<String> events) throws Exception {
        boolean all = log.readUntil(() -> log.tellsOf(events.size()) || !process.alive(), LONG);
        assertThat(all).as("of %d events, %s", events.size(), log).isTrue();
        assertThat(process.terminate()).isTrue();
        log.readToEnd();
    }

    private StreamProcess start(Path topology, String name, Connection connection, String processing)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        return StreamProcess.start(
                topology,
                own,
                List.of(
                        "--bootstrap",
                        connection.bootstrap(),
                        "--registry",
                        connection.registry(),
                        "--config",
                        patient().toString(),
                        "--processing",
                        processing));
    }

    private Path patient() throws IOException {
        List<String> lines = PATIENT.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        return Files.write(folder.resolve("patient.properties"), lines);
    }

    /** Prints, since the figures are what somebody runs this for. */
    private static void report(String processing, List<Double> seconds, OutputLog wanted, OutputLog found) {
        System.out.printf(
                "%d kills of %s, seed %d: %,d events in %,d observations; undisturbed %,d%n",
                KILLS, processing, SEED, found.places().size(), found.observations(), wanted.observations());
        System.out.printf(
                "seconds from a kill to the first output: %s%n",
                seconds.stream().map(each -> String.format("%.1f", each)).collect(Collectors.joining(" ")));
        List<String> differences = Differences.between(wanted.lines(), found.lines());
        System.out.println(differences.isEmpty() ? "no difference" : String.join(System.lineSeparator(), differences));
    }

    /** Two topologies that read the same topics and write others. */
    private Path topology(String name) throws IOException {
        String own = Files.readString(Path.of("topologies", "digits.yaml"))
                .replace("digits.", name + ".")
                .replaceFirst("name: digits", "name: " + name)
                .replaceAll("topic: " + name + "\\.", "topic: once.")
                .replaceFirst("patience: 3s", "patience: off");
        return Files.writeString(folder.resolve(name + ".yaml"), own);
    }

    private static TopologySpec create(Connection connection, Path file) {
        TopologySpec topology = TopologyFile.read(file);
        try (Topics topics = new Topics(connection, topology)) {
            topics.create();
        }
        return topology;
    }

    /** Answers the ids of the events, each of which must find its place. */
    private Set<String> load(Connection connection, TopologySpec topology) {
        Map<String, String> timely = new HashMap<>(connection.properties());
        timely.put(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, DistinctTimes.class.getName());
        Connection timed = new Connection(connection.bootstrap(), connection.registry(), timely);
        DrawnThings things = new DrawnThings(topology, Datasets.open(List.of("synthetic"), SEED), Split.TEST, SEED);
        Scenario scenario = new Scenario(settings(topology), things);
        Set<String> events = new HashSet<>();
        try (Sender sender = new Sender(timed, topology)) {
            while (scenario.hasNext()) {
                Delivery delivery = scenario.next();
                sender.send(delivery.key(), delivery.modality(), delivery.event());
                events.add(delivery.event().id().orElseThrow());
            }
            closeAll(sender, topology);
            sender.flush();
        }
        return events;
    }

    private static ScenarioSettings settings(TopologySpec topology) {
        Duration spacing = Duration.ofMillis(10);
        return new ScenarioSettings(
                "t",
                THINGS,
                Instant.now().minus(spacing.multipliedBy(THINGS)),
                spacing,
                topology.pairing().window(),
                topology.pairing().grace(),
                topology.sensed().stream().map(SensedModality::name).collect(Collectors.toSet()),
                new Mishaps(Map.of("image", 0.2, "audio", 0.3, "label", 0.5), 0.05, 0.05, 0.1),
                SEED);
    }

    /** An event in each partition so late that all others' deadlines are past; it waits itself, and is never told of. */
    private static void closeAll(Sender sender, TopologySpec topology) {
        Set<Integer> closed = new HashSet<>();
        for (int n = 0; closed.size() < topology.topics().partitions(); n++) {
            String key = "end-" + n;
            byte[] bytes = key.getBytes(UTF_8);
            if (closed.add(
                    BuiltInPartitioner.partitionForKey(bytes, topology.topics().partitions()))) {
                Instant end = Instant.now().plusSeconds(240);
                sender.send(key, "image", new ImageEvent(Optional.empty(), end, Optional.empty(), blank()));
            }
        }
    }

    private static ImagePayload blank() {
        byte[] pixels = new byte[28 * 28];
        pixels[400] = (byte) 255;
        return new ImagePayload.Grey(28, 28, Bytes.of(pixels));
    }
}
