package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Weights;
import java.util.Optional;

/**
 * The contrast of pictures that a decoder, which does not know to the pixel where a stroke ends, answers without: the log-odds
 * of every value of a sample, times a factor.
 */
final class Contrast {
    private final int size;
    private final float factor;

    private Contrast(Part.Sensed part, float factor) {
        this.size = part.size();
        this.factor = factor;
    }

    /** None where the weights do not tell. */
    static Optional<Contrast> of(Part.Sensed part, Weights weights) {
        return weights.find(part.name() + ".contrast").map(tensor -> new Contrast(part, tensor.values()[0]));
    }

    /** Gives it to one of several rows of logits. */
    void over(float[] logits, int row) {
        for (int i = row * size; i < (row + 1) * size; i++) {
            logits[i] *= factor;
        }
    }
}
