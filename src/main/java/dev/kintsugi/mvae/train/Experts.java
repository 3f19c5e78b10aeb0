package dev.kintsugi.mvae.train;

import static dev.kintsugi.mvae.train.Operation.product;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products of Gaussian experts, one of which is always N(0, I) (Wu and Goodman 2018).
 *
 * <p>Precisions add, and so do means weighted by them; for many subsets at once, both are one product with a matrix that
 * says who is in which.
 */
final class Experts {
    private Experts() {}

    /**
     * The posterior of every subset, the rows of the first subset first.
     *
     * @param experts by part, each with as many rows as there are observations
     */
    static Gaussian fused(SameDiff graph, List<Gaussian> experts, float[][] membership, int rows, int shared) {
        SDVariable members = graph.constant(Nd4j.createFromArray(membership));
        int all = membership.length * rows;
        SDVariable[] precisions = experts.stream().map(Gaussian::precision).toArray(SDVariable[]::new);
        SDVariable[] weighted = new SDVariable[precisions.length];
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = precisions[i].mul(experts.get(i).mean());
        }
        SDVariable precision =
                summed(members, precisions, rows * shared, all, shared).add(1.0);
        SDVariable mean = summed(members, weighted, rows * shared, all, shared).div(precision);
        return new Gaussian(mean, graph.math().log(precision).neg());
    }

    /** A single expert and N(0, I). */
    static SDVariable fusedMean(Gaussian expert) {
        SDVariable precision = expert.precision();
        return precision.mul(expert.mean()).div(precision.add(1.0));
    }

    private static SDVariable summed(SDVariable members, SDVariable[] parts, int width, int rows, int columns) {
        long[] apart = {(long) parts.length * width / columns, columns};
        SDVariable stacked = Operation.reshaped(Operation.joined(0, parts), apart, parts.length, width);
        return Operation.reshaped(
                product(members, stacked), new long[] {(long) rows * columns / width, width}, rows, columns);
    }
}
