package dev.kintsugi.pairing;

import dev.kintsugi.event.ObservedEvent;
import java.util.List;

/**
 * An event as it arrives under its key, its payload in canonical form.
 *
 * @param trace the trace headers that came with it
 */
public record Arrival(String key, ObservedEvent event, List<TraceHeader> trace) {
    public Arrival {
        trace = List.copyOf(trace);
    }
}
