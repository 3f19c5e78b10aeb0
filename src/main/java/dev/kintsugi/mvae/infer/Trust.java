package dev.kintsugi.mvae.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a model's opinion of its restorations is to be believed: a logistic curve for each part that is restored, fitted on
 * validation data (after Platt, "Probabilistic outputs for support vector machines", 1999).
 *
 * @param curves by the name of the restored part; an opinion of a part without a curve is taken as it is
 */
public record Trust(Map<String, Curve> curves) {
    /** Opinions as they are. */
    public static final Trust BLIND = new Trust(Map.of());

    /** Where a manifest's references hold it. */
    public static final String REFERENCE = "trust";

    private static final String WEIGHTS = "weights";
    private static final String OFFSET = "offset";

    public Trust {
        curves = Map.copyOf(curves);
    }

    /** The probability that a restoration of this part shows the right thing. */
    public double of(String part, Opinion opinion) {
        Curve curve = curves.get(part);
        return curve == null ? opinion.product() : curve.of(opinion.features());
    }

    /** As a manifest holds it. */
    public Map<String, Object> described() {
        Map<String, Object> described = new TreeMap<>();
        curves.forEach((part, curve) -> described.put(part, Map.of(WEIGHTS, curve.weights(), OFFSET, curve.offset())));
        return described;
    }

    /** What a manifest's references say, or {@link #BLIND} where they say nothing. */
    public static Trust of(Map<String, Object> references) {
        Map<String, Curve> curves = new TreeMap<>();
        if (references.get(REFERENCE) instanceof Map<?, ?> entries) {
            entries.forEach((part, entry) -> curve(entry).ifPresent(curve -> curves.put((String) part, curve)));
        }
        return new Trust(curves);
    }

    private static Optional<Curve> curve(Object entry) {
        if (entry instanceof Map<?, ?> found
                && found.get(WEIGHTS) instanceof List<?> weights
                && found.get(OFFSET) instanceof Number offset
                && weights.size() == Opinion.FEATURES
                && weights.stream().allMatch(Number.class::isInstance)) {
            return Optional.of(new Curve(
                    weights.stream()
                            .map(weight -> ((Number) weight).doubleValue())
                            .toList(),
                    offset.doubleValue()));
        }
        return Optional.empty();
    }

    /**
     * The logistic curve of a weighted sum.
     *
     * @param weights of the log-odds of an opinion
     */
    public record Curve(List<Double> weights, double offset) {
        private static final int ROUNDS = 300;

        /** Pulls weights to 0 where the data says nothing of them. */
        private static final double STIFFNESS = 1e-2;

        public Curve {
            weights = List.copyOf(weights);
        }

        double of(double[] features) {
            double sum = offset;
            for (int i = 0; i < features.length; i++) {
                sum += weights.get(i) * features[i];
            }
            return 1 / (1 + StrictMath.exp(-sum));
        }

        /**
         * Fits the curve to restorations that were right or wrong: Newton's method on the cross-entropy, one weight after the
         * other. No weight falls below 0: to be surer must never count against a restoration.
         */
        public static Curve fitted(List<Opinion> opinions, boolean[] right) {
            List<double[]> rows = opinions.stream().map(Opinion::features).toList();
            double[] weights = new double[Opinion.FEATURES + 1];
            for (int round = 0; round < ROUNDS; round++) {
                for (int at = 0; at < weights.length; at++) {
                    weights[at] -= step(weights, at, rows, right);
                    weights[at] = at == Opinion.FEATURES ? weights[at] : Math.max(0, weights[at]);
                }
            }
            return curve(weights);
        }

        private static double step(double[] weights, int at, List<double[]> rows, boolean[] right) {
            Curve curve = curve(weights);
            double slope = STIFFNESS * weights[at];
            double bend = STIFFNESS;
            for (int i = 0; i < right.length; i++) {
                double feature = at == Opinion.FEATURES ? 1 : rows.get(i)[at];
                double probability = curve.of(rows.get(i));
                slope += (probability - (right[i] ? 1 : 0)) * feature;
                bend += probability * (1 - probability) * feature * feature;
            }
            return Math.max(-1, Math.min(1, slope / bend));
        }

        private static Curve curve(double[] weights) {
            List<Double> list = new ArrayList<>();
            for (int i = 0; i < Opinion.FEATURES; i++) {
                list.add(weights[i]);
            }
            return new Curve(list, weights[Opinion.FEATURES]);
        }
    }
}
