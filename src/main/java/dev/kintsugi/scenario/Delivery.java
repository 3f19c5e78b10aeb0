package dev.kintsugi.scenario;

import dev.kintsugi.event.Event;
import java.time.Instant;

/**
 * One planned arrival of an event.
 *
 * @param arrival when it is to be sent
 */
public record Delivery(String key, String modality, Event event, Instant arrival, Kind kind) {

    /** How an event arrives. */
    public enum Kind {
        ON_TIME,
        OUT_OF_ORDER,
        LATE,
        DUPLICATE
    }
}
