package dev.kintsugi.pairing;

import java.util.ArrayList;
import java.util.List;

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
        for (Held held : events) {
            if (held.event().modality().equals(modality)) {
                return true;
            }
        }
        return false;
    }

    boolean has(Fingerprint mark) {
        for (Held held : events) {
            if (held.mark().equals(mark)) {
                return true;
            }
        }
        return false;
    }

    /** The greatest distance between that time and any of its events. */
    long distance(long time) {
        long greatest = 0;
        for (Held held : events) {
            greatest = Math.max(greatest, Times.apart(held.time(), time));
        }
        return greatest;
    }

    Pending with(Held held) {
        List<Held> more = new ArrayList<>(events);
        more.add(held);
        return new Pending(number, id, deadline, arrived, more);
    }
}
