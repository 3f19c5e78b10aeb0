package dev.kintsugi.pairing;

import dev.kintsugi.event.ObservedEvent;
import java.util.List;

/** An event that an observation has taken. */
public record Held(ObservedEvent event, Fingerprint mark, List<TraceHeader> trace) {
    public Held {
        trace = List.copyOf(trace);
    }

    long time() {
        return event.time().toEpochMilli();
    }
}
