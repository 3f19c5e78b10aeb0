package dev.kintsugi.event;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.Optional;

/** What one thing really is, as somebody says it, in time or afterwards. */
public record LabelEvent(Optional<String> id, Instant time, Optional<String> source, String label) implements Event {
    public LabelEvent {
        time = time.truncatedTo(MILLIS);
    }
}
