package dev.kintsugi.pairing;

import java.util.List;
import java.util.stream.Stream;

/**
 * An observation that still waits.
 *
 * @param number counts the observations of its partition in the order in which they were opened
 * @param deadline when the wait ends, in stream time
 * @param arrived when its first event was processed, in milliseconds of the run that processed it
 * @param events in the order in which they came; the first opened it
 */
public record Pending(long number, String id, long deadline, long arrived, List<Held> events) {
    public Pending {
        events = List.copyOf(events);
    }

    /** The time of the event that opened it. */
    long opened() {
        return events.get(0).time();
    }

    boolean has(String modality) {
        return events.stream().anyMatch(held -> held.event().modality().equals(modality));
    }

    boolean has(Fingerprint mark) {
        return events.stream().anyMatch(held -> held.mark().equals(mark));
    }

    /** The greatest distance between that time and any of its events. */
    long distance(long time) {
        return events.stream()
                .mapToLong(held -> Times.apart(held.time(), time))
                .max()
                .orElseThrow();
    }

    Pending with(Held held) {
        return new Pending(
                number,
                id,
                deadline,
                arrived,
                Stream.concat(events.stream(), Stream.of(held)).toList());
    }
}
