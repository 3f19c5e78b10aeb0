package dev.kintsugi.scenario;

import dev.kintsugi.event.Event;
import java.time.Instant;
import java.util.Optional;

/** One side of a thing, ready to become an event. */
@FunctionalInterface
public interface Evidence {
    Event event(Optional<String> id, Instant time);
}
