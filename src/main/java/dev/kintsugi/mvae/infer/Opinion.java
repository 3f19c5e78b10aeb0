package dev.kintsugi.mvae.infer;

/**
 * What a model thinks of a restoration of its own, before that is weighed by its {@link Trust}; all are probabilities.
 *
 * @param meant that the source is what the model took it for
 * @param read that the restoration, read again, is that too
 * @param agreed the same for all samples that were drawn for it, in the mean
 */
public record Opinion(double meant, double read, double agreed) {

    /** What a trust weighs: how many there are. */
    static final int FEATURES = 3;

    private static final double EDGE = 1e-6;

    /** As log-odds. */
    double[] features() {
        return new double[] {logit(meant), logit(read), logit(agreed)};
    }

    /** The probability of being right if each were one's own and independent. */
    double product() {
        return meant * read * agreed;
    }

    private static double logit(double probability) {
        double within = Math.max(EDGE, Math.min(1 - EDGE, probability));
        return StrictMath.log(within / (1 - within));
    }
}
