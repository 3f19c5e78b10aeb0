package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.Weights;

/** The components of the prior, and how responsible each is for a point; one, wholly so, if the prior is normal. */
final class Components {
    private final int count;
    private final int size;
    private final float[] mean;
    private final double[] precision;
    private final double[] offset;

    private Components(int count, int size, float[] mean, float[] logVariance, float[] logits) {
        this.count = count;
        this.size = size;
        this.mean = mean;
        this.precision = new double[count * size];
        this.offset = new double[count];
        for (int component = 0; component < count; component++) {
            offset[component] = logits[component];
            for (int i = component * size; i < (component + 1) * size; i++) {
                float clamped = Gaussians.clamped(logVariance[i]);
                precision[i] = StrictMath.exp(-clamped);
                offset[component] -= 0.5 * clamped;
            }
        }
    }

    static Components of(Prior prior, int shared, Weights weights) {
        if (prior instanceof Prior.Mixture mixture) {
            return new Components(
                    mixture.components(),
                    shared,
                    weights.require("prior.mean").values(),
                    weights.require("prior.logvar").values(),
                    weights.require("prior.logits").values());
        }
        return new Components(1, shared, new float[shared], new float[shared], new float[1]);
    }

    int count() {
        return count;
    }

    void responsibilities(float[] points, int row, float[] out) {
        for (int component = 0; component < count; component++) {
            double density = offset[component];
            for (int i = 0; i < size; i++) {
                double distance = points[row * size + i] - mean[component * size + i];
                density -= 0.5 * distance * distance * precision[component * size + i];
            }
            out[row * count + component] = (float) density;
        }
        Activations.softmax(out, row * count, count);
    }
}
