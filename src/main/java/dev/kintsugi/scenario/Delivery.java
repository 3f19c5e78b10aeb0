package dev.kintsugi.scenario;

import dev.kintsugi.event.Event;
import java.time.Instant;

/**
 * One planned arrival of an event.
 *
 * @param thing the number of the thing that the event tells of
 * @param arrival when it is to be sent
 */
public record Delivery(long thing, String key, String modality, Event event, Instant arrival, Kind kind) {

    /** How an event arrives. */
    public enum Kind {
        ON_TIME,
        OUT_OF_ORDER,
        LATE,
        DUPLICATE
    }
}
