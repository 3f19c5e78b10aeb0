package dev.kintsugi.spec;

import java.time.Duration;
import java.util.Optional;

/**
 * When events of one key belong together, and how long to wait for those that are missing.
 *
 * @param window the most that two events of an observation lie apart, in event time
 * @param grace how much longer stream time waits, for events that arrive out of order
 * @param patience how long to wait by the wall clock when topics go quiet; with none, event time alone decides
 * @param idle how long a task has had nothing to read before its silence counts as silence
 * @param hindsight how long after its close an observation still takes a missing side, to be compared with what was
 *     restored; zero for never
 * @param remember how long after its close an observation is known, so that repeated events are told
 * @param ahead the most that an event time may lie ahead of its Kafka timestamp; beyond, the event is a dead letter
 * @param pending the most observations that wait in one partition; beyond, those due next are closed early
 */
public record PairingSpec(
        Duration window,
        Duration grace,
        Optional<Duration> patience,
        Duration idle,
        Duration hindsight,
        Duration remember,
        Duration ahead,
        int pending) {

    static PairingSpec from(Section section, boolean paired) {
        if (!paired) {
            section.refuseIfPresent("hindsight", "has no other modality to wait for");
        }
        Duration window = section.get("window", Form.positiveDuration("2s"), Duration.ofSeconds(2));
        Duration grace = section.get("grace", Form.durationFromZero("500ms"), Duration.ofMillis(500));
        Duration horizon = longer(Duration.ofMinutes(10), window.plus(grace));
        Duration hindsight = section.get("hindsight", Form.durationFromZero("10m"), paired ? horizon : Duration.ZERO);
        PairingSpec spec = new PairingSpec(
                window,
                grace,
                section.get("patience", Form.positiveDuration("3s").or("off"), Optional.of(Duration.ofSeconds(3))),
                section.get("idle", Form.positiveDuration("100ms"), Duration.ofMillis(100)),
                hindsight,
                section.get("remember", Form.positiveDuration("10m"), longer(hindsight, window.plus(grace))),
                section.get("ahead", Form.positiveDuration("5m"), Duration.ofMinutes(5)),
                section.get("pending", Form.whole(1, Integer.MAX_VALUE), 1_000_000));
        if (section.sound()) {
            spec.judge(section);
        }
        return spec;
    }

    private void judge(Section section) {
        Duration open = window.plus(grace);
        // Patience and completeness close before window + grace have passed. Forgotten sooner than that, a side that
        // comes in time by event time would open a second observation.
        if (!hindsight.isZero() && hindsight.compareTo(open) < 0) {
            section.refuse(
                    "hindsight",
                    "is " + quoted(hindsight) + ", less than window + grace, " + quoted(open),
                    "use " + DurationText.text(open) + " or more, or 0s for none");
        }
        Duration least = longer(hindsight, open);
        if (remember.compareTo(least) < 0) {
            String reason = hindsight.compareTo(open) < 0 ? "window + grace" : "hindsight";
            section.refuse(
                    "remember",
                    "is " + quoted(remember) + ", less than " + reason + ", " + quoted(least),
                    "use " + DurationText.text(least) + " or more");
        }
        // Patience lasts until the task has been idle: a longer idle would be the patience.
        patience.filter(wait -> wait.compareTo(idle) < 0)
                .ifPresent(wait -> section.refuse(
                        "patience",
                        "is " + quoted(wait) + ", less than idle, " + quoted(idle),
                        "use " + DurationText.text(idle) + " or more, or off"));
    }

    private static String quoted(Duration duration) {
        return '"' + DurationText.text(duration) + '"';
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
