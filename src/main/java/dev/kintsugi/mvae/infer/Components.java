package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.Weights;

/** The components of the prior, and how responsible each is for a point; one, wholly so, if the prior is normal. */
final class Components {
    private final int count;
    private final int size;
    private final float[] mean;
    private final float[] shares;
    private final double[] precision;
    private final double[] offset;
    private final double logWhole;

    private Components(int count, int size, float[] mean, float[] logVariance, float[] logits) {
        this.count = count;
        this.size = size;
        this.mean = mean;
        this.shares = logits;
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
        this.logWhole = logOfShares(logits) + 0.5 * size * Math.log(2 * Math.PI);
    }

    /** By how much the offsets are too large, because shares are given as logits. */
    private static double logOfShares(float[] logits) {
        double sum = 0;
        for (float logit : logits) {
            sum += StrictMath.exp(logit);
        }
        return StrictMath.log(sum);
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
            out[row * count + component] = (float) density(component, points, row);
        }
        Activations.softmax(out, row * count, count);
    }

    /** The logarithm of the prior's density at a point. */
    double logDensity(float[] points, int row) {
        double[] densities = new double[count];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int component = 0; component < count; component++) {
            densities[component] = density(component, points, row);
            greatest = Math.max(greatest, densities[component]);
        }
        double sum = 0;
        for (double density : densities) {
            sum += StrictMath.exp(density - greatest);
        }
        return greatest + StrictMath.log(sum) - logWhole;
    }

    /** A point drawn from the prior: a component by its share, then a place in it. */
    float[] draw(Noise noise) {
        double left = noise.uniform() * StrictMath.exp(logOfShares(shares));
        int component = 0;
        while (component < count - 1 && left > StrictMath.exp(shares[component])) {
            left -= StrictMath.exp(shares[component++]);
        }
        float[] point = new float[size];
        noise.fill(point, 0, size);
        for (int i = 0; i < size; i++) {
            int at = component * size + i;
            point[i] = (float) (mean[at] + point[i] / StrictMath.sqrt(precision[at]));
        }
        return point;
    }

    private double density(int component, float[] points, int row) {
        double density = offset[component];
        for (int i = 0; i < size; i++) {
            double distance = points[row * size + i] - mean[component * size + i];
            density -= 0.5 * distance * distance * precision[component * size + i];
        }
        return density;
    }
}
