package dev.kintsugi.spec;

/**
 * How a bundle is trained from nothing.
 *
 * @param passes over the training data
 * @param batch observations in one step
 * @param learningRate at its highest, in a one-cycle schedule
 * @param anneal passes over which the KL terms grow to their weights
 */
public record TrainingSpec(int passes, int batch, double learningRate, double anneal, Weights weights) {

    /**
     * Weights of the terms of the objective; the likelihood of what was observed has weight 1.
     *
     * @param label cross-entropy of the label
     * @param cross likelihood of a modality decoded from the others
     * @param reversal of the classifier that must not find the class in a private part
     * @param cycle cross-entropy of the label after decoding with a drawn private part and encoding again
     */
    public record Weights(double label, double cross, double reversal, double cycle) {
        private static final Form<Double> WEIGHT = Form.decimal(0, 100_000);

        static Weights from(Section section) {
            return new Weights(
                    section.get("label", WEIGHT, 100.0),
                    section.get("cross", WEIGHT, 0.5),
                    section.get("reversal", WEIGHT, 0.0),
                    section.get("cycle", WEIGHT, 50.0));
        }
    }

    static TrainingSpec from(Section section) {
        return new TrainingSpec(
                section.get("passes", Form.whole(1, 10_000), 14),
                section.get("batch", Form.whole(2, 4096), 128),
                section.get("learning-rate", Form.decimal(0.000_000_1, 1), 0.002),
                section.get("anneal", Form.decimal(0, 10_000), 2.0),
                section.section("weights", Weights::from));
    }
}
