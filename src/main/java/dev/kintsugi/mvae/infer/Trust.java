package dev.kintsugi.mvae.infer;

import java.util.Map;

/**
 * How far a model's own opinion of its restorations is to be believed: a logistic curve, fitted on validation data (Platt,
 * "Probabilistic outputs for support vector machines", 1999).
 */
public record Trust(double slope, double offset) {
    /** Opinions as they are. */
    public static final Trust BLIND = new Trust(1, 0);

    /** Where a manifest's references hold it. */
    public static final String REFERENCE = "trust";

    private static final String SLOPE = "slope";
    private static final String OFFSET = "offset";
    private static final double EDGE = 1e-6;
    private static final int ROUNDS = 100;
    private static final double STIFFNESS = 1e-3;

    public Trust {
        if (!Double.isFinite(slope) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException("a trust of slope " + slope + " and offset " + offset);
        }
    }

    /** The probability of being right, for an opinion of 0 to 1. */
    public double of(double opinion) {
        return 1 / (1 + StrictMath.exp(-(slope * logit(opinion) + offset)));
    }

    /** What the curve is fitted over. */
    static double logit(double opinion) {
        double within = Math.max(EDGE, Math.min(1 - EDGE, opinion));
        return StrictMath.log(within / (1 - within));
    }

    /**
     * Fits the curve, by Newton's method on the cross-entropy; targets are drawn in as Platt does it, so that opinions that
     * were never wrong are not believed without end.
     */
    public static Trust fitted(double[] opinions, boolean[] right) {
        int good = 0;
        for (boolean each : right) {
            good += each ? 1 : 0;
        }
        double high = (good + 1.) / (good + 2);
        double low = 1. / (right.length - good + 2);
        Trust trust = new Trust(1, 0);
        for (int round = 0; round < ROUNDS; round++) {
            trust = trust.better(opinions, right, high, low);
        }
        return trust;
    }

    private Trust better(double[] opinions, boolean[] right, double high, double low) {
        double bySlope = STIFFNESS * (slope - 1);
        double byOffset = STIFFNESS * offset;
        double slopeSlope = STIFFNESS;
        double slopeOffset = 0;
        double offsetOffset = STIFFNESS;
        for (int i = 0; i < opinions.length; i++) {
            double x = logit(opinions[i]);
            double p = of(opinions[i]);
            double error = p - (right[i] ? high : low);
            double weight = p * (1 - p);
            bySlope += error * x;
            byOffset += error;
            slopeSlope += weight * x * x;
            slopeOffset += weight * x;
            offsetOffset += weight;
        }
        double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
        double slopeStep = (offsetOffset * bySlope - slopeOffset * byOffset) / determinant;
        double offsetStep = (slopeSlope * byOffset - slopeOffset * bySlope) / determinant;
        return new Trust(slope - bounded(slopeStep), offset - bounded(offsetStep));
    }

    /** Newton's steps are too long far from the goal. */
    private static double bounded(double step) {
        return Math.max(-1, Math.min(1, step));
    }

    /** As a manifest holds it. */
    public Map<String, Object> described() {
        return Map.of(SLOPE, slope, OFFSET, offset);
    }

    /** What a manifest's references say, or {@link #BLIND} where they say nothing. */
    public static Trust of(Map<String, Object> references) {
        return references.get(REFERENCE) instanceof Map<?, ?> entry
                        && entry.get(SLOPE) instanceof Number slope
                        && entry.get(OFFSET) instanceof Number offset
                ? new Trust(slope.doubleValue(), offset.doubleValue())
                : BLIND;
    }
}
