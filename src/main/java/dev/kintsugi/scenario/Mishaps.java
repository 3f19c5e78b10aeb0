package dev.kintsugi.scenario;

import java.util.Map;

/**
 * What goes wrong on the way, as shares from 0 to 1.
 *
 * @param missing the share of a modality's events that never come; of each thing at least one side remains
 * @param late the share of events that arrive only after the deadline of their observation
 * @param duplicates the share of events that arrive twice
 * @param outOfOrder the share of events that others overtake, without missing the deadline
 */
public record Mishaps(Map<String, Double> missing, double late, double duplicates, double outOfOrder) {
    public static final Mishaps NONE = new Mishaps(Map.of(), 0, 0, 0);

    public Mishaps {
        missing = Map.copyOf(missing);
    }

    double missing(String modality) {
        return missing.getOrDefault(modality, 0.0);
    }
}
