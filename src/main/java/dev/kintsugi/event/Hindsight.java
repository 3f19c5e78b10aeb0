package dev.kintsugi.event;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.Optional;

/**
 * A true side beside what was made up for it.
 *
 * @param closedBy why the observation had closed without it
 * @param shadow whether it had come in time and was hidden from the model, only to be compared
 * @param estimate what the model had said of that side; nothing if it was not asked, or failed
 * @param truth what the true side shows: the label itself, or what the model reads in it
 * @param agrees whether both say the same class, where both say one
 * @param comparedAt by the wall clock
 * @param event the true side
 */
public record Hindsight(
        String key,
        String observationId,
        ClosedBy closedBy,
        boolean shadow,
        Optional<Estimate> estimate,
        Optional<Guess> truth,
        Optional<Boolean> agrees,
        Instant comparedAt,
        ObservedEvent event) {

    public Hindsight {
        comparedAt = comparedAt.truncatedTo(MILLIS);
    }

    /** Compares what was said with what is so. */
    public static Hindsight of(
            String key,
            String observationId,
            ClosedBy closedBy,
            boolean shadow,
            Optional<Estimate> estimate,
            Optional<Guess> truth,
            Instant comparedAt,
            ObservedEvent event) {
        Optional<Boolean> agrees = estimate.flatMap(Estimate::guess)
                .flatMap(said -> truth.map(is -> said.label().equals(is.label())));
        return new Hindsight(key, observationId, closedBy, shadow, estimate, truth, agrees, comparedAt, event);
    }
}
