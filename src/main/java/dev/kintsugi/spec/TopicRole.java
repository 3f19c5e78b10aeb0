package dev.kintsugi.spec;

import java.time.Duration;
import java.util.Optional;

/** What a topic is for; with it go the key in the file, the usual retention and the usual number of partitions. */
public enum TopicRole {
    /** Events of one modality. */
    INPUT("inputs", 7, true),
    /** Restorations of one modality. */
    RESTORED("restored", 7, true),
    /** The replay log: every observation as it closed. */
    OBSERVATIONS("observations", 0, true),
    LATENTS("latents", 7, true),
    /** Restored sides compared with the true ones that came later. */
    HINDSIGHT("hindsight", 30, true),
    CLUSTERS("clusters", 30, false),
    RELATIONS("relations", 30, false),
    DRIFT("drift", 30, false),
    /** Dead letters: what could not be read, byte for byte. */
    DLQ("dlq", 30, false),
    /** Bundles, compacted. */
    MODELS("models", 0, false);

    private final String key;
    private final int days;
    private final boolean spread;

    TopicRole(String key, int days, boolean spread) {
        this.key = key;
        this.days = days;
        this.spread = spread;
    }

    /** The key below {@code topics}, and the last part of the usual name. */
    String key() {
        return key;
    }

    /** Nothing for ever. */
    Optional<Duration> usualRetention() {
        return days > 0 ? Optional.of(Duration.ofDays(days)) : Optional.empty();
    }

    /** Whether it has as many partitions as the inputs, rather than one that is read in order. */
    boolean isSpread() {
        return spread;
    }

    /** Whether it exists once for each modality. */
    boolean isPerModality() {
        return this == INPUT || this == RESTORED;
    }

    /** Whether it has anything to hold only where there are two modalities or more. */
    boolean needsPartner() {
        return this == RESTORED || this == HINDSIGHT || this == RELATIONS;
    }
}
