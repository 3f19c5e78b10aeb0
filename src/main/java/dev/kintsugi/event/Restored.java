package dev.kintsugi.event;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A modality that never came, inferred from those that did.
 *
 * @param guess what it probably is, where the model knows classes
 * @param confidence how sure the model is, calibrated: of the restorations at .9, nine in ten are right
 * @param modelId the content hash of the bundle that restored it
 * @param eventTime the time of the event that opened the observation
 * @param restoredAt when it was restored, by the wall clock
 * @param lineage the events it was made from
 * @param preview the restored modality in characters
 */
public record Restored(
        String key,
        String modality,
        Optional<Guess> guess,
        float confidence,
        String modelId,
        Instant eventTime,
        Instant restoredAt,
        ClosedBy closedBy,
        String observationId,
        List<SourceEvent> lineage,
        String preview,
        Content content) {

    public Restored {
        lineage = List.copyOf(lineage);
        eventTime = eventTime.truncatedTo(MILLIS);
        restoredAt = restoredAt.truncatedTo(MILLIS);
    }

    /** The modalities it was made from. */
    public List<String> observed() {
        return lineage.stream().map(SourceEvent::modality).toList();
    }
}
