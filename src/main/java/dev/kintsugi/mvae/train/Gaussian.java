package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Architecture;
import org.nd4j.autodiff.samediff.SDVariable;

/** Normal distributions with diagonal covariance, one a row. */
record Gaussian(SDVariable mean, SDVariable logVariance) {

    /** Reads a matrix whose columns are the means and then the log-variances. */
    static Gaussian ofHead(SDVariable head) {
        SDVariable[] halves = head.getSameDiff().split(head, 2, 1);
        return new Gaussian(halves[0], clamped(halves[1]));
    }

    static SDVariable clamped(SDVariable logVariance) {
        return logVariance
                .getSameDiff()
                .math()
                .clipByValue(logVariance, Architecture.LEAST_LOG_VARIANCE, Architecture.GREATEST_LOG_VARIANCE);
    }

    SDVariable precision() {
        return graphExp(logVariance.neg());
    }

    /** @param noise from N(0, I) */
    SDVariable sample(SDVariable noise) {
        return mean.add(graphExp(logVariance.mul(0.5)).mul(noise));
    }

    /** Twice the KL divergence from N(0, I), for each number of each row. */
    SDVariable twiceDivergence() {
        return mean.mul(mean).add(graphExp(logVariance)).sub(logVariance).sub(1.0);
    }

    private static SDVariable graphExp(SDVariable x) {
        return x.getSameDiff().math().exp(x);
    }
}
