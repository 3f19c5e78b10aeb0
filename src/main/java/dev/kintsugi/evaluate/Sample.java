package dev.kintsugi.evaluate;

import dev.kintsugi.mvae.infer.Observed;
import java.util.Map;
import java.util.Optional;

/**
 * Something to examine a model with.
 *
 * @param rows of the parts that are shown
 * @param label the number of its class
 * @param group the same for samples that belong together, such as pairs with one recording
 * @param voice who speaks or writes, where that is known
 */
record Sample(Map<String, float[]> rows, int label, int group, Optional<String> voice) {

    /** The same with one of its parts alone. */
    Sample only(String part) {
        return new Sample(Map.of(part, rows.get(part)), label, group, voice);
    }

    Observed observed(long seed) {
        return new Observed(rows, Map.of(), seed);
    }
}
