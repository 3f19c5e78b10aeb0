package dev.kintsugi.event;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.Optional;

/** One short sound of one thing. */
public record AudioEvent(Optional<String> id, Instant time, Optional<String> source, AudioPayload payload)
        implements Event {
    public AudioEvent {
        time = time.truncatedTo(MILLIS);
    }
}
