package dev.kintsugi.speed;

import dev.kintsugi.broker.Pace;
import dev.kintsugi.broker.Production;
import dev.kintsugi.broker.Sender;
import dev.kintsugi.scenario.Mishaps;
import dev.kintsugi.scenario.Scenario;
import dev.kintsugi.scenario.ScenarioSettings;
import dev.kintsugi.scenario.Things;
import dev.kintsugi.spec.TopologySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Input that lies there all at once, for a stream that is running and has nothing else to do: each batch is one transaction. Of
 * half of its things one side is missing.
 */
final class Preload implements AutoCloseable {
    /** Missed independently of each other: one side or both of half of the things; one of both comes after all. */
    private static final double MISSING = 1 - Math.sqrt(.5);

    private static final Duration SPACING = Duration.ofNanos(1_000_000_000 / 1_500);

    /** The events of all batches lie within as much; none may be ahead of its record. */
    private static final Duration PAST = Duration.ofHours(3);

    private final TopologySpec topology;
    private final Things things;
    private final long seed;
    private final Sender sender;

    /** When the next batch begins, in event time: where the one before has ended. */
    private Instant next = Instant.now().minus(PAST);

    private int batches;

    Preload(Ground ground, TopologySpec topology, Things things, long seed) {
        this.topology = topology;
        this.things = things;
        this.seed = seed;
        this.sender = Sender.ofBatches(ground.connection(), topology, topology.name() + "-preload");
    }

    /** Sends so many things; the last ones wait for their deadline until more is sent. */
    void send(long count) {
        Scenario scenario =
                new Scenario(plan(topology, topology.name() + "-" + batches, next, count, seed + batches), things);
        sender.together(() -> new Production(scenario, sender, Pace.unlimited()).run(soFar -> {}));
        next = next.plus(SPACING.multipliedBy(count));
        batches++;
    }

    /** Sends so many things, and as many more as end the waits of these. */
    void sendAndClose(long count) {
        Duration open = topology.pairing().window().plus(topology.pairing().grace());
        send(count + 2 * open.dividedBy(SPACING));
    }

    static ScenarioSettings plan(TopologySpec topology, String keys, Instant start, long count, long seed) {
        return new ScenarioSettings(
                keys,
                count,
                start,
                SPACING,
                topology.pairing().window(),
                topology.pairing().grace(),
                Set.of(MadeEvents.IMAGE, MadeEvents.AUDIO),
                new Mishaps(Map.of(MadeEvents.IMAGE, MISSING, MadeEvents.AUDIO, MISSING), 0, 0, 0),
                seed);
    }

    @Override
    public void close() {
        sender.close();
    }
}
