package dev.kintsugi.event;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.Optional;

/** One picture of one thing. */
public record ImageEvent(Optional<String> id, Instant time, Optional<String> source, ImagePayload payload)
        implements Event {
    public ImageEvent {
        time = time.truncatedTo(MILLIS);
    }
}
