package dev.kintsugi.topology;

import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.pairing.TraceHeader;
import java.util.List;

/** What waits for the model. */
sealed interface Ready {

    String key();

    List<TraceHeader> trace();

    /** The Kafka timestamp of what is made of it: that of the record that made it ready. */
    long timestamp();

    /** An observation whose missing sides are to be restored. */
    record ToRestore(Observation observation, List<TraceHeader> trace, long timestamp) implements Ready {
        @Override
        public String key() {
            return observation.key();
        }
    }

    /**
     * A true side that came after its observation had closed, to be compared with what was said of it.
     *
     * @param closed the stream time at which it had
     */
    record ToCompare(
            String key,
            String observationId,
            ClosedBy closedBy,
            long closed,
            ObservedEvent event,
            List<TraceHeader> trace,
            long timestamp)
            implements Ready {}
}
