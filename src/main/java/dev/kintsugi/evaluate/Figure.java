package dev.kintsugi.evaluate;

import dev.kintsugi.evaluate.metrics.Interval;
import java.util.Optional;

/**
 * A number that was measured.
 *
 * @param name with dots, such as {@code coherence.image_to_audio}
 * @param interval where the truth lies with 95 % confidence, where that was estimated
 */
public record Figure(String name, double value, Optional<Interval> interval) {

    static Figure of(String name, double value) {
        return new Figure(name, value, Optional.empty());
    }

    static Figure of(String name, Interval interval) {
        return new Figure(name, interval.estimate(), Optional.of(interval));
    }
}
