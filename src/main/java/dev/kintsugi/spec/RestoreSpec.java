package dev.kintsugi.spec;

import java.time.Duration;

/**
 * How ready observations go through the model.
 *
 * @param batch the most observations in one run of the model
 * @param linger how long a batch waits to fill
 * @param samples decodes of each missing side, at most; how far they agree is part of the confidence
 * @param shadow share of the complete observations that have one side hidden and restored, for comparison only
 * @param seed of every random choice, which otherwise depends on the observation and the model alone
 */
public record RestoreSpec(int batch, Duration linger, int samples, double shadow, long seed) {
    // Batches up to this size are promised to give bitwise the same rows.
    private static final int LARGEST_BATCH = 128;

    static RestoreSpec from(Section section, boolean paired) {
        if (!paired) {
            section.refuseIfPresent("samples", "has no other modality to restore");
            section.refuseIfPresent("shadow", "has no other modality to restore from");
        }
        return new RestoreSpec(
                section.get("batch", Form.whole(1, LARGEST_BATCH), 32),
                section.get("linger", Form.durationFromZero("10ms"), Duration.ofMillis(10)),
                section.get("samples", Form.whole(1, 64), 8),
                section.get("shadow", Form.decimal(0, 1), paired ? 0.02 : 0.0),
                section.get("seed", Form.wholeLong(0, Long.MAX_VALUE), 1L));
    }
}
