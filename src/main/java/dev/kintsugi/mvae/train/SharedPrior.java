package dev.kintsugi.mvae.train;

import static dev.kintsugi.mvae.train.Operation.ones;
import static dev.kintsugi.mvae.train.Operation.product;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** What the shared part costs: how far its posterior is from the prior. */
final class SharedPrior {
    /** As good as impossible, and yet a number that float32 can subtract again without losing the rest. */
    static final float ANOTHER_CLASS = -30;

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
     * @param told for a mixture, what is added to the log-density of each component: 0, or where the class is told,
     *     {@link #ANOTHER_CLASS} for the components of other classes
     */
    SDVariable divergence(
            Gaussian posterior, SDVariable sample, SDVariable noise, SDVariable weights, SDVariable told) {
        if (architecture.prior() instanceof Prior.Mixture mixture) {
            SDVariable own = posterior.logVariance().add(noise.mul(noise)).mul(-0.5);
            return weighted(weights, own, architecture.shared())
                    .sub(weighted(weights, perComponent(sample, told), mixture.components())
                            .div(mixture.components()));
        }
        return weighted(weights, posterior.twiceDivergence(), architecture.shared())
                .mul(0.5);
    }

    /**
     * The part whose classes have a component each: the first ones, in the order of the classes. None where there are
     * fewer components than classes.
     */
    static Optional<Part.Labelled> named(Architecture architecture) {
        return architecture.prior() instanceof Prior.Mixture mixture
                        && architecture.labelled().size() == 1
                ? architecture.labelled().stream()
                        .filter(part -> part.classes().size() <= mixture.components())
                        .findFirst()
                : Optional.empty();
    }

    /** Sums a matrix, each row times its weight. */
    static SDVariable weighted(SDVariable weights, SDVariable matrix, int columns) {
        return product(product(weights, matrix), ones(weights.getSameDiff(), columns, 1));
    }

    /**
     * The log-density of the mixture, without the factor that the posterior has too, in as many columns as components,
     * whose mean it is.
     */
    private SDVariable perComponent(SDVariable s, SDVariable told) {
        int components = ((Prior.Mixture) architecture.prior()).components();
        return Operation.logSumExp(joint(s).add(told), components);
    }

    /** log π + log N(s; μ, σ²) for each component, without the 2π, by expanding the square. */
    private SDVariable joint(SDVariable s) {
        SDVariable precision = graph.math().exp(logVariance.neg());
        SDVariable weightedMean = mean.mul(precision);
        SDVariable square =
                product(ones(graph, 1, architecture.shared()), logVariance.add(mean.mul(weightedMean)), true);
        int components = ((Prior.Mixture) architecture.prior()).components();
        SDVariable logShare =
                Operation.logSoftmax(Operation.reshaped(logits, new long[] {components}, 1, components), components);
        SDVariable constant = product(ones(graph, rows, 1), logShare.sub(square.mul(0.5)));
        return product(s.mul(s), precision, true)
                .mul(-0.5)
                .add(product(s, weightedMean, true))
                .add(constant);
    }
}
