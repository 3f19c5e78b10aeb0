package dev.kintsugi.mvae.infer;

import java.util.Arrays;

/**
 * The product of the experts that are present and one N(0, I): a Gaussian whose precision is the sum of theirs, and whose
 * mean is theirs weighted by precision (Cao and Fleet, "Generalized product of experts", 2014).
 */
final class ProductOfExperts {
    private final int size;
    private final int experts;
    private final double[] precisions;
    private final double[] weighted;
    private int added;

    /** @param experts how many will be added, besides the prior */
    ProductOfExperts(int size, int experts) {
        this.size = size;
        this.experts = experts;
        this.precisions = new double[(experts + 1) * size];
        this.weighted = new double[size];
        clear();
    }

    /** Begins another product, of as many experts. */
    void clear() {
        // The prior comes first: precision one about zero.
        Arrays.fill(precisions, 0, size, 1.0);
        Arrays.fill(precisions, size, precisions.length, 0);
        Arrays.fill(weighted, 0);
        added = 1;
    }

    void add(Gaussians expert, int row) {
        for (int i = 0; i < size; i++) {
            double precision = StrictMath.exp(-expert.logVariance()[row * size + i]);
            precisions[added * size + i] = precision;
            weighted[i] += precision * expert.mean()[row * size + i];
        }
        added++;
    }

    void write(Gaussians product, int row) {
        for (int i = 0; i < size; i++) {
            double total = total(i);
            product.mean()[row * size + i] = (float) (weighted[i] / total);
            product.logVariance()[row * size + i] = (float) (0 - StrictMath.log(total));
        }
    }

    /** Each expert's share of the joint precision, averaged over the dimensions: the prior's first, then as added. */
    float[] shares() {
        float[] shares = new float[experts + 1];
        for (int expert = 0; expert <= experts; expert++) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += precisions[expert * size + i] / total(i);
            }
            shares[expert] = (float) (sum / size);
        }
        return shares;
    }

    private double total(int dimension) {
        double total = 0;
        for (int expert = 0; expert < added; expert++) {
            total += precisions[expert * size + dimension];
        }
        return total;
    }
}
