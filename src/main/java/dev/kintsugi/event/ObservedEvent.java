package dev.kintsugi.event;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.Optional;

/** One event of an observation, brought to canonical form. */
public record ObservedEvent(String modality, Optional<String> id, Instant time, Origin origin, Content content) {
    public ObservedEvent {
        time = time.truncatedTo(MILLIS);
    }
}
