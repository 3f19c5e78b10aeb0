package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Weights;
import java.util.Optional;

/**
 * The roughness of sounds that no latent tells, and that a decoder, which answers with the mean, leaves out: each value of a
 * sample is moved as far as real values of that loudness and band were found to stray.
 */
final class Grain {
    /** Normal numbers, drawn once: a row's begin at any of them. A power of 2, and far more than a row has. */
    private static final float[] STRIP = new float[1 << 14];

    static {
        new Noise(0, 0, "(strip)").fill(STRIP, 0, STRIP.length);
    }

    private final int size;
    private final int bands;
    private final float[] deviations;

    private Grain(Part.Sensed part, float[] deviations) {
        this.size = part.size();
        this.bands = part.width();
        this.deviations = deviations;
    }

    /** None where the weights do not tell. */
    static Optional<Grain> of(Part.Sensed part, Weights weights) {
        return weights.find(part.name() + ".grain").map(tensor -> new Grain(part, tensor.values()));
    }

    /** Names the noise of a part's grain; no part can be called so. */
    static String streamOf(Part.Sensed part) {
        return part.name() + " (grain)";
    }

    /** Roughens one of several rows of decoded values. */
    void over(float[] values, int row, Noise noise) {
        int from = (int) (noise.uniform() * (STRIP.length - 1));
        for (int i = 0; i < size; i++) {
            int at = row * size + i;
            float moved =
                    values[at] + deviations[level(values[at]) * bands + i % bands] * STRIP[from + i & STRIP.length - 1];
            values[at] = Math.max(0, Math.min(1, moved));
        }
    }

    private static int level(float value) {
        return Math.min(Architecture.GRAIN_LEVELS - 1, (int) (value * Architecture.GRAIN_LEVELS));
    }
}
