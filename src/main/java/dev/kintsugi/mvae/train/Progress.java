package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Weights;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How far a training has come.
 *
 * @param pass the present one, counted from 1
 * @param step how many are done
 * @param steps of the whole training, if it does not stop early
 * @param terms of the objective by name, weighted, per observation, in the last batch that was looked at; {@code
 *     reversal} is the cross-entropy of the classifier of private parts
 * @param validation the loss on validation data after the last full pass
 * @param perSecond observations a second, since the training started or was taken up again
 * @param left the time left at that speed
 */
public record Progress(
        int pass,
        int passes,
        long step,
        long steps,
        Map<String, Double> terms,
        OptionalDouble validation,
        double learningRate,
        double perSecond,
        Duration left) {

    /** Is told of every step, and of every full pass. */
    @FunctionalInterface
    public interface Listener {
        void progressed(Progress progress);

        /**
         * After a full pass, before it is known whether it was the best.
         *
         * @param weights as they are now
         */
        default void passed(int pass, Weights weights) {}
    }
}
