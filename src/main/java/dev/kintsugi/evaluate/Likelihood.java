package dev.kintsugi.evaluate;

import dev.kintsugi.dice.Dice;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Gaussians;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Request;
import java.util.List;

/**
 * The negative log-likelihood of data, in nats, by importance-weighted samples of the posterior (Burda, Grosse and
 * Salakhutdinov, "Importance weighted autoencoders", 2016): an upper bound that falls with their number.
 *
 * <p>Values of 0 to 1 have the Bernoulli likelihood that models are trained with.
 */
final class Likelihood {
    private static final double LOG_2PI = Math.log(2 * Math.PI);

    private final Examinee examinee;
    private final int draws;

    /** @param draws K, samples of each posterior */
    Likelihood(Examinee examinee, int draws) {
        this.examinee = examinee;
        this.draws = draws;
    }

    /** The mean over samples, each with the rows that it has. */
    double mean(List<Sample> samples) {
        List<Posterior> posteriors = examinee.infer(samples, Request.nothing());
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            sum += of(samples.get(i), posteriors.get(i), Dice.of(examinee.seed(), i));
        }
        return sum / samples.size();
    }

    private double of(Sample sample, Posterior posterior, Dice dice) {
        double[] weights = new double[draws];
        Gaussians shared = posterior.shared();
        float[] s = draw(shared, dice, weights);
        double[] prior = examinee.workspace().logPrior(s, draws);
        for (int k = 0; k < draws; k++) {
            weights[k] += prior[k];
        }
        for (Part.Sensed part : examinee.sensed()) {
            float[] row = sample.rows().get(part.name());
            if (row != null) {
                float[] own = part.privateSize() == 0
                        ? new float[0]
                        : draw(posterior.privates().get(part.name()), dice, weights);
                addStandardNormal(own, part.privateSize(), weights);
                addLikelihood(part, row, latents(s, shared.size(), own, part.privateSize()), weights);
            }
        }
        return Math.log(draws) - logSumExp(weights);
    }

    /** Draws of a posterior, whose log-densities are taken off the weights. */
    private float[] draw(Gaussians posterior, Dice dice, double[] weights) {
        int size = posterior.size();
        float[] drawn = new float[draws * size];
        for (int k = 0; k < draws; k++) {
            for (int i = 0; i < size; i++) {
                double noise = dice.normal();
                double logVariance = posterior.logVariance()[i];
                drawn[k * size + i] = (float) (posterior.mean()[i] + noise * Math.exp(.5 * logVariance));
                weights[k] += .5 * (LOG_2PI + logVariance + noise * noise);
            }
        }
        return drawn;
    }

    private static void addStandardNormal(float[] own, int size, double[] weights) {
        for (int i = 0; i < own.length; i++) {
            weights[i / size] -= .5 * (LOG_2PI + (double) own[i] * own[i]);
        }
    }

    private float[] latents(float[] shared, int sharedSize, float[] own, int ownSize) {
        float[] latents = new float[draws * (sharedSize + ownSize)];
        for (int k = 0; k < draws; k++) {
            int at = k * (sharedSize + ownSize);
            System.arraycopy(shared, k * sharedSize, latents, at, sharedSize);
            System.arraycopy(own, k * ownSize, latents, at + sharedSize, ownSize);
        }
        return latents;
    }

    private void addLikelihood(Part.Sensed part, float[] row, float[] latents, double[] weights) {
        float[] logits = new float[draws * part.size()];
        examinee.workspace().logits(part.name(), latents, draws, logits);
        for (int k = 0; k < draws; k++) {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                double logit = logits[k * row.length + i];
                sum += row[i] * logit - Math.max(0, logit) - Math.log1p(Math.exp(-Math.abs(logit)));
            }
            weights[k] += sum;
        }
    }

    private static double logSumExp(double[] values) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value - greatest);
        }
        return greatest + Math.log(sum);
    }
}
