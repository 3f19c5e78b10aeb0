package dev.kintsugi.pairing;

import dev.kintsugi.event.Observation;
import java.util.List;

/** What comes of events and of the time that passes. */
public sealed interface Outcome {

    /**
     * An observation closed.
     *
     * @param restorable whether anything may be restored from it: not so if none of its events was waited for
     * @param trace the trace headers of its events, in the order in which they came
     */
    record Closed(Observation observation, boolean restorable, List<TraceHeader> trace) implements Outcome {}

    /** An event came for an observation that had closed without it. */
    record Hindsight(Arrival arrival, Remembered observation) implements Outcome {}

    /** An event came again. */
    record Duplicate(Arrival arrival, String observationId) implements Outcome {}
}
