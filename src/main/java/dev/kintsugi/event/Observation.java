package dev.kintsugi.event;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The events of one key that belong together, as they stood when the wait for more ended.
 *
 * @param missing the modalities that never came, in the topology's order
 * @param eventTime the time of the event that opened it
 * @param deadline when the wait was to end, in event time
 * @param streamTime the highest event time its task had seen when it closed; replays select by this
 * @param closedAt when it closed, by the wall clock
 * @param events at most one per modality, in the topology's order
 */
public record Observation(
        String id,
        String key,
        ClosedBy closedBy,
        List<String> missing,
        Instant eventTime,
        Instant deadline,
        Instant streamTime,
        Instant closedAt,
        List<ObservedEvent> events) {

    public Observation {
        missing = List.copyOf(missing);
        events = List.copyOf(events);
        eventTime = eventTime.truncatedTo(MILLIS);
        deadline = deadline.truncatedTo(MILLIS);
        streamTime = streamTime.truncatedTo(MILLIS);
        closedAt = closedAt.truncatedTo(MILLIS);
    }

    /** The modalities that were present. */
    public List<String> observed() {
        return events.stream().map(ObservedEvent::modality).toList();
    }

    /** The label among the events, if one came in time. */
    public Optional<String> label() {
        for (ObservedEvent event : events) {
            if (event.content() instanceof Content.Label label) {
                return Optional.of(label.name());
            }
        }
        return Optional.empty();
    }
}
