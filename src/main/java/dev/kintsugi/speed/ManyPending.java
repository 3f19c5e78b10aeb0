package dev.kintsugi.speed;

import dev.kintsugi.Fault;
import dev.kintsugi.broker.Sender;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.dice.Dice;
import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.AudioPayload;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopologySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/**
 * A great many observations that wait, in one partition: the memory they take, how long a stream that lost its disk takes to
 * have them again, and whether their deadlines are kept all the same.
 */
public final class ManyPending {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final int DIFFERENT = 1_000;

    /** With its key, id and address, a sound of so many samples takes about a kilobyte of the store. */
    private static final int SAMPLES = 420;

    /** How many deadlines pass at once. */
    private static final int DUE_AT_ONCE = 5;

    private final Ground ground;
    private final long seed;

    /**
     * What came of it.
     *
     * @param loadSeconds until all waited, from the stream's start
     * @param residentBytes of the stream when all waited; 0 where the system does not tell
     * @param restoreSeconds from the start of a stream without a disk until it ran
     * @param deadlines from an event that makes deadlines pass to the restored records; before and after the restart
     */
    public record Figures(
            long pending,
            double loadSeconds,
            long residentBytes,
            Percentiles deadlines,
            double restoreSeconds,
            long residentBytesAfterRestart,
            Percentiles deadlinesAfterRestart) {}

    public ManyPending(Ground ground, long seed) {
        this.ground = ground;
        this.seed = seed;
    }

    /** @param ticks how often deadlines pass, before the restart and after it; the first third is not counted */
    public Figures of(String bundle, Running how, long pending, int ticks) {
        Trial trial = Trial.named("pending", bundle).partitions(1).window("1h");
        TopologySpec topology = ground.prepare(trial);
        Instant first = Instant.now().minus(WINDOW.multipliedBy(2));
        String restored = topology.topics().of(TopicRole.RESTORED).get(0).name();
        try (Committed committed = new Committed(ground.connection(), List.of(restored));
                Sender sender = new Sender(ground.connection(), topology)) {
            load(sender, first, pending);
            long began = System.nanoTime();
            double loaded;
            Usage before;
            Percentiles deadlines;
            try (Child stream = ground.stream(trial, how)) {
                awaitRead(topology, pending, stream);
                loaded = secondsSince(began);
                before = stream.usage();
                deadlines = deadlines(committed, sender, first, 0, ticks);
            }
            ground.forget(trial);
            began = System.nanoTime();
            try (Child stream = ground.stream(trial, how)) {
                double restoredAfter = secondsSince(began);
                Percentiles again = deadlines(committed, sender, first, ticks, ticks);
                return new Figures(
                        pending,
                        loaded,
                        before.residentBytes().orElse(0),
                        deadlines,
                        restoredAfter,
                        stream.usage().residentBytes().orElse(0),
                        again);
            }
        }
    }

    /** One lonely sound each millisecond of event time. */
    private void load(Sender sender, Instant first, long pending) {
        List<AudioPayload> sounds = new ArrayList<>();
        for (int i = 0; i < DIFFERENT; i++) {
            sounds.add(new AudioPayload.Wav(Bytes.of(Wav.encode(noise(Dice.of(seed, i))))));
        }
        for (long i = 0; i < pending; i++) {
            String key = "waiting-" + i;
            sender.send(
                    key,
                    MadeEvents.AUDIO,
                    new AudioEvent(Optional.of(key), first.plusMillis(i), Optional.empty(), sounds.get((int)
                            (i % DIFFERENT))));
        }
        sender.flush();
    }

    private static Sound noise(Dice dice) {
        float[] samples = new float[SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) dice.between(-1, 1);
        }
        return new Sound(8_000, samples);
    }

    private void awaitRead(TopologySpec topology, long count, Child stream) {
        String group = topology.name() + ".stream";
        try (Admin admin = ground.connection().admin()) {
            while (committed(admin, group) < count) {
                stream.requireAlive();
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        } catch (ExecutionException e) {
            throw new Fault(
                    "the broker does not say how far the stream is: "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("interrupted while the stream was reading", e);
        }
    }

    private static long committed(Admin admin, String group) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                .filter(offset -> offset != null)
                .mapToLong(offset -> offset.offset())
                .sum();
    }

    /** Each tick is a picture of its own, whose time makes the deadlines of some of the sounds pass. */
    private Percentiles deadlines(Committed committed, Sender sender, Instant first, int from, int ticks) {
        List<Double> took = new ArrayList<>();
        Dice dice = Dice.of(seed, from);
        for (int tick = from; tick < from + ticks; tick++) {
            LockSupport.parkNanos(Duration.ofMillis(dice.below(100)).toNanos());
            long last = (long) (tick + 1) * DUE_AT_ONCE;
            Instant time = first.plusMillis(last).plus(WINDOW).plus(GRACE);
            String key = "tick-" + tick;
            long sent = System.nanoTime();
            sender.send(
                    key,
                    MadeEvents.IMAGE,
                    new dev.kintsugi.event.ImageEvent(
                            Optional.of(key), time, Optional.empty(), MadeEvents.noise(tick)));
            int[] seen = {0};
            boolean counted = tick >= from + ticks / 3;
            committed.read(() -> seen[0] == DUE_AT_ONCE, record -> {
                seen[0]++;
                if (counted) {
                    took.add((record.nanoTime() - sent) / 1e6);
                }
            });
        }
        return Percentiles.of(took.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
