package dev.kintsugi.mvae.train;

import static dev.kintsugi.mvae.train.Operation.ones;
import static dev.kintsugi.mvae.train.Operation.product;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Prior;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** What the shared part costs: how far its posterior is from the prior. */
final class SharedPrior {
    private static final double SPREAD = 1;

    private final SameDiff graph;
    private final Architecture architecture;
    private final int rows;
    private final SDVariable mean;
    private final SDVariable logVariance;
    private final SDVariable logits;

    /** @param rows of every posterior that it will be given */
    SharedPrior(SameDiff graph, Parameters parameters, Architecture architecture, int rows) {
        this.graph = graph;
        this.rows = rows;
        this.architecture = architecture;
        boolean mixture = architecture.prior() instanceof Prior.Mixture;
        this.mean = mixture ? parameters.drawn("prior.mean", SPREAD) : null;
        this.logVariance = mixture ? Gaussian.clamped(parameters.zero("prior.logvar")) : null;
        this.logits = mixture ? parameters.zero("prior.logits") : null;
    }

    /**
     * The KL divergence, weighted by row and summed: for N(0, I) as a formula, for a mixture from one sample.
     *
     * @param weights a single row
     * @param noise that the sample was drawn with
     */
    SDVariable divergence(Gaussian posterior, SDVariable sample, SDVariable noise, SDVariable weights) {
        if (architecture.prior() instanceof Prior.Mixture mixture) {
            SDVariable own = posterior.logVariance().add(noise.mul(noise)).mul(-0.5);
            return weighted(weights, own, architecture.shared())
                    .sub(weighted(weights, perComponent(sample), mixture.components())
                            .div(mixture.components()));
        }
        return weighted(weights, posterior.twiceDivergence(), architecture.shared())
                .mul(0.5);
    }

    /** Sums a matrix, each row times its weight. */
    static SDVariable weighted(SDVariable weights, SDVariable matrix, int columns) {
        return product(product(weights, matrix), ones(weights.getSameDiff(), columns, 1));
    }

    /**
     * The log-density of the mixture, without the factor that the posterior has too, in as many columns as components,
     * whose mean it is: x - log softmax(x) is log sum exp(x) in every column, and unlike the native reduction does not
     * overflow.
     */
    private SDVariable perComponent(SDVariable s) {
        SDVariable joint = joint(s);
        return joint.sub(graph.nn().logSoftmax(joint));
    }

    /** log π + log N(s; μ, σ²) for each component, without the 2π, by expanding the square. */
    private SDVariable joint(SDVariable s) {
        SDVariable precision = graph.math().exp(logVariance.neg());
        SDVariable weightedMean = mean.mul(precision);
        SDVariable square =
                product(ones(graph, 1, architecture.shared()), logVariance.add(mean.mul(weightedMean)), true);
        int components = ((Prior.Mixture) architecture.prior()).components();
        SDVariable logShare = graph.nn().logSoftmax(Operation.reshaped(logits, new long[] {components}, 1, components));
        SDVariable constant = product(ones(graph, rows, 1), logShare.sub(square.mul(0.5)));
        return product(s.mul(s), precision, true)
                .mul(-0.5)
                .add(product(s, weightedMean, true))
                .add(constant);
    }
}
