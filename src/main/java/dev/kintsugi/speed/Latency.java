package dev.kintsugi.speed;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.Sender;
import dev.kintsugi.dice.Dice;
import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopicSpec;
import dev.kintsugi.spec.TopologySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * How long it takes until what a stream makes is readable, from the moment before the event that it waits for is sent: the
 * way to the broker and to the stream counts too.
 */
public final class Latency {
    private static final String PATIENCE = "1s";
    private static final int TOGETHER = 20;
    private static final int PAIRS_A_SECOND = 200;

    /** How many pairs begin between the two events of one: a tenth of a second. */
    private static final int BETWEEN = 20;

    private final Ground ground;
    private final MadeEvents things;
    private final long seed;

    /**
     * What came of it.
     *
     * @param commitMs the most between two of the stream's commits; where input is fresh, it asks for more
     * @param producerLingerMs how long its producer waits for a batch to fill
     */
    public record Figures(
            String processing, int commitMs, int producerLingerMs, int pollMs, String linger, Percentiles ms) {}

    public Latency(Ground ground, long seed) {
        this.ground = ground;
        this.things = new MadeEvents(500, seed);
        this.seed = seed;
    }

    /**
     * From the end of an observation's patience to its restored record, on input that is idle: a few lonely events at once,
     * and the next ones when all of these are restored.
     *
     * @param warmUp how many are not counted
     */
    public Figures deadline(Trial named, Running how, int warmUp, int count) {
        Trial trial = named.patience(PATIENCE);
        TopologySpec topology = ground.prepare(trial);
        List<String> restored = topology.topics().of(TopicRole.RESTORED).stream()
                .filter(topic -> !topic.modality().equals(Optional.of("label")))
                .map(TopicSpec::name)
                .toList();
        long patience = topology.pairing().patience().orElseThrow().toNanos();
        List<Double> took = new ArrayList<>();
        try (Committed committed = new Committed(ground.connection(), restored);
                Sender sender = sender(topology);
                Child stream = ground.stream(trial, how)) {
            while (took.size() < warmUp + count) {
                Map<String, Long> sent = lonely(sender, took.size());
                Set<String> seen = new HashSet<>();
                committed.read(() -> seen.size() == sent.size(), record -> {
                    if (seen.add(record.key())) {
                        took.add((record.nanoTime() - sent.get(record.key()) - patience) / 1e6);
                    }
                });
            }
            stream.requireAlive();
        }
        return figures(trial, how, took.subList(warmUp, took.size()));
    }

    private Map<String, Long> lonely(Sender sender, int from) {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Dice dice = Dice.of(seed, from);
        for (int i = from; i < from + TOGETHER; i++) {
            LockSupport.parkNanos(Duration.ofMillis(dice.below(20)).toNanos());
            String key = "lonely-" + i;
            sent.put(key, System.nanoTime());
            send(sender, key, i, i % 2 == 0 ? MadeEvents.IMAGE : MadeEvents.AUDIO);
        }
        return sent;
    }

    /**
     * From a complete pair's second event to its latents, at 200 pairs a second.
     *
     * @param warmUp how many are not counted
     */
    public Figures pair(Trial named, Running how, int warmUp, int count) {
        Trial trial = named.patience("3s");
        TopologySpec topology = ground.prepare(trial);
        String latents = topology.topics().only(TopicRole.LATENTS).orElseThrow().name();
        Map<String, Long> sent = new ConcurrentHashMap<>();
        List<Double> took = new ArrayList<>();
        try (Committed committed = new Committed(ground.connection(), List.of(latents));
                Sender sender = sender(topology);
                Child stream = ground.stream(trial, how)) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> pairs(sender, warmUp + count, sent));
            committed.read(
                    () -> took.size() == warmUp + count,
                    record -> took.add((record.nanoTime() - sent.get(record.key())) / 1e6));
            sending.join();
            stream.requireAlive();
        }
        return figures(trial, how, took.subList(warmUp, took.size()));
    }

    private void pairs(Sender sender, int count, Map<String, Long> sent) {
        long start = System.nanoTime();
        for (int i = 0; i < count + BETWEEN; i++) {
            LockSupport.parkNanos(start + i * (1_000_000_000L / PAIRS_A_SECOND) - System.nanoTime());
            if (i < count) {
                send(sender, "pair-" + i, i, i % 2 == 0 ? MadeEvents.IMAGE : MadeEvents.AUDIO);
            }
            int second = i - BETWEEN;
            if (second >= 0) {
                sent.put("pair-" + second, System.nanoTime());
                send(sender, "pair-" + second, second, second % 2 == 0 ? MadeEvents.AUDIO : MadeEvents.IMAGE);
            }
        }
        sender.flush();
    }

    private void send(Sender sender, String key, int number, String side) {
        var event = things.sides(number).get(side).event(Optional.of(key + "-" + side), Instant.now());
        sender.send(key, side, event);
    }

    /** One that does not wait for company. */
    private Sender sender(TopologySpec topology) {
        Connection connection = ground.connection();
        return new Sender(
                new Connection(connection.bootstrap(), connection.registry(), Map.of("linger.ms", "0")), topology);
    }

    private Figures figures(Trial trial, Running how, List<Double> took) {
        Map<String, String> settings = ground.settings(trial, how);
        return new Figures(
                how.processing(),
                Integer.parseInt(settings.get("commit.interval.ms")),
                Integer.parseInt(settings.get("producer.linger.ms")),
                Integer.parseInt(settings.get("poll.ms")),
                trial.linger(),
                Percentiles.of(took.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
