package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Weights;
import java.util.Optional;

/** Where the latents of one part lie within each component of the prior; draws such latents. */
final class Likeness {
    private final int size;
    private final float[] means;
    private final float[] roots;

    private Likeness(int size, float[] means, float[] roots) {
        this.size = size;
        this.means = means;
        this.roots = roots;
    }

    /** None where the weights do not tell. */
    static Optional<Likeness> of(Part.Sensed part, int shared, Weights weights) {
        return weights.find(part.name() + ".likeness.mean")
                .map(mean -> new Likeness(
                        shared + part.privateSize(),
                        mean.values(),
                        weights.require(part.name() + ".likeness.root").values()));
    }

    /** Writes a latent of this component: the shared part, then the private one. */
    void draw(int component, Noise noise, float[] latents, int at) {
        float[] drawn = new float[size];
        noise.fill(drawn, 0, size);
        for (int i = 0; i < size; i++) {
            double value = means[component * size + i];
            for (int k = 0; k <= i; k++) {
                value += (double) roots[(component * size + i) * size + k] * drawn[k];
            }
            latents[at + i] = (float) value;
        }
    }
}
