package dev.kintsugi.mvae.train;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import java.util.Map;
import java.util.Optional;

/**
 * How a model is trained.
 *
 * @param passes over the training data
 * @param batch observations in one step
 * @param learningRate at its highest, in a one-cycle schedule
 * @param anneal passes over which the KL terms grow to their weights
 * @param beta weight of the KL term of the shared part
 * @param privateBeta weight of the KL term of the private part of each sensed part, by its name; 1 where it is not there
 * @param labels the share of observations whose label is used, 0 to 1: the same ones in every pass
 * @param shift frames by which a sound is moved at most, either way, padded with silence
 * @param patience passes without a better validation loss after which training stops; 0 to never stop early
 * @param seed of the first weights, the order, the noise, and the choice of labels
 */
public record TrainingSettings(
        int passes,
        int batch,
        double learningRate,
        double anneal,
        double beta,
        Map<String, Double> privateBeta,
        Terms weights,
        double labels,
        int shift,
        int patience,
        long seed) {

    /**
     * Weights of the terms of the objective; the likelihood of what was observed has weight 1.
     *
     * @param label cross-entropy of the label
     * @param cross likelihood of a modality decoded from others
     * @param reversal of the classifier that must not find the class in a private part
     * @param cycle cross-entropy of the label after decoding with a drawn private part and encoding again
     */
    public record Terms(double label, double cross, double reversal, double cycle) {
        public Terms {
            refuse("label", label, label >= 0);
            refuse("cross", cross, cross >= 0);
            refuse("reversal", reversal, reversal >= 0);
            refuse("cycle", cycle, cycle >= 0);
        }
    }

    public TrainingSettings {
        refuse("passes", passes, passes >= 1);
        refuse("batch", batch, batch >= 1);
        refuse("learning rate", learningRate, learningRate > 0);
        refuse("anneal", anneal, anneal >= 0);
        refuse("beta", beta, beta >= 0);
        privateBeta = Map.copyOf(privateBeta);
        privateBeta.forEach((part, weight) -> refuse("private beta of " + part, weight, weight >= 0));
        refuse("share of labels", labels, labels >= 0 && labels <= 1);
        refuse("shift", shift, shift >= 0);
        refuse("patience", patience, patience >= 0);
    }

    /** The part whose class is guessed where it is not told: from what the sides agree on, so there must be several. */
    public Optional<Part.Labelled> guessed(Architecture architecture) {
        return labels < 1
                        && architecture.sensed().size() > 1
                        && architecture.labelled().size() == 1
                ? Optional.of(architecture.labelled().get(0))
                : Optional.empty();
    }

    double privateBeta(String part) {
        return privateBeta.getOrDefault(part, 1.);
    }

    private static void refuse(String what, double value, boolean accepted) {
        // Infinity and NaN fail too.
        if (!accepted || !Double.isFinite(value)) {
            throw new Fault("training: " + what + " is " + value + "; use a number that is not negative"
                    + (what.equals("share of labels")
                            ? " and at most 1"
                            : ", and above 0 for passes, batch and learning rate"));
        }
    }
}
