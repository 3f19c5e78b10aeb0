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

/** Input that lies there before a stream starts: of half of its things one side is missing. */
final class Preload {
    /** Missed independently of each other: one side or both of half of the things; one of both comes after all. */
    private static final double MISSING = 1 - Math.sqrt(.5);

    /** The DSL's join ends waits once a second at most, and only as it reads on; nobody here reads so many in a second. */
    static final long READ_ON = 30_000;

    private static final int DIFFERENT = 500;

    private static final Duration SPACING = Duration.ofNanos(1_000_000_000 / 1_500);

    private Preload() {}

    /** Sends so many things, and as many more as end the waits of these. */
    static void send(Ground ground, TopologySpec topology, long count, long seed) {
        var settings = plan(topology, Instant.now(), count + more(topology), seed);
        Things things = new MadeEvents(DIFFERENT, seed);
        try (Sender sender = new Sender(ground.connection(), topology)) {
            new Production(new Scenario(settings, things), sender, Pace.unlimited()).run(soFar -> {});
        }
    }

    static long more(TopologySpec topology) {
        Duration open = topology.pairing().window().plus(topology.pairing().grace());
        return 2 * open.dividedBy(SPACING);
    }

    /** @param now when the last thing has happened */
    static ScenarioSettings plan(TopologySpec topology, Instant now, long count, long seed) {
        return new ScenarioSettings(
                topology.name(),
                count,
                now.minus(SPACING.multipliedBy(count)),
                SPACING,
                topology.pairing().window(),
                topology.pairing().grace(),
                Set.of(MadeEvents.IMAGE, MadeEvents.AUDIO),
                new Mishaps(Map.of(MadeEvents.IMAGE, MISSING, MadeEvents.AUDIO, MISSING), 0, 0, 0),
                seed);
    }
}
