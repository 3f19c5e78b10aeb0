package dev.kintsugi.mvae.infer;

import java.util.Map;

/**
 * The sides of one observation that are there.
 *
 * @param sensed values of 0 to 1, row by row, by the name of their part; the arrays are not copied
 * @param labels numbers of classes, by the name of their part
 * @param seed what random choices for it derive from: a hash of observation, model and the user's seed
 */
public record Observed(Map<String, float[]> sensed, Map<String, Integer> labels, long seed) {
    public Observed {
        sensed = Map.copyOf(sensed);
        labels = Map.copyOf(labels);
    }

    boolean has(String part) {
        return sensed.containsKey(part) || labels.containsKey(part);
    }
}
