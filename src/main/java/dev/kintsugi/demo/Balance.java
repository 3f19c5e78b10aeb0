package dev.kintsugi.demo;

import java.util.Map;

/**
 * How an {@link Account} stands.
 *
 * @param events that were sent, repetitions included
 * @param repeated sent a second time, which must leave no trace
 * @param complete observations that lacked no picture and no sound
 * @param hindsights events that came after their observation had closed
 * @param deadLetters events that could not be read
 * @param restored sides, of all modalities
 * @param unaccounted events that have no place; at the end, those are lost
 * @param foundAgain events that have a second place
 * @param unrestored sides that an observation lacked, and that were neither restored nor failed
 * @param restoredAgain restorations of sides that were restored before, or that no observation lacked
 * @param failed sides that the model could not restore
 */
public record Balance(
        long events,
        long repeated,
        long observations,
        long complete,
        long hindsights,
        long deadLetters,
        long restored,
        Map<String, Long> restoredByModality,
        long unaccounted,
        long foundAgain,
        long unrestored,
        long restoredAgain,
        long failed) {

    /** Whether nothing is under way any more. */
    public boolean settled() {
        return unaccounted <= 0 && unrestored <= 0;
    }

    /** Whether something was restored, and nothing lost, doubled or left out. */
    public boolean whole() {
        return restored > 0
                && unaccounted == 0
                && foundAgain == 0
                && unrestored == 0
                && restoredAgain == 0
                && failed == 0;
    }
}
