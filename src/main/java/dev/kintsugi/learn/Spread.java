package dev.kintsugi.learn;

import dev.kintsugi.mvae.infer.Gaussians;

/** The mean and covariance of latents, each of which is a Gaussian itself. */
final class Spread {
    /** Keeps a covariance of latents that hardly differ in some direction from being singular. */
    private static final double LEAST_VARIANCE = 1e-4;

    /**
     * How far draws go, as a share of how far latents went: the edge of a Gaussian is where no latent was, and what is decoded
     * there is less often what it should be.
     */
    static final double TEMPERATURE = .85;

    private final int size;
    private final double[] sum;
    private final double[] products;
    private final double[] variances;
    private int count;

    Spread(int size) {
        this.size = size;
        this.sum = new double[size];
        this.products = new double[size * size];
        this.variances = new double[size];
    }

    int count() {
        return count;
    }

    void add(Gaussians shared, Gaussians privates, int row) {
        double[] mean = new double[size];
        for (int i = 0; i < size; i++) {
            Gaussians part = i < shared.size() ? shared : privates;
            int at = i < shared.size() ? row * shared.size() + i : row * privates.size() + i - shared.size();
            mean[i] = part.mean()[at];
            variances[i] += Math.exp(part.logVariance()[at]);
        }
        for (int i = 0; i < size; i++) {
            sum[i] += mean[i];
            for (int k = 0; k <= i; k++) {
                products[i * size + k] += mean[i] * mean[k];
            }
        }
        count++;
    }

    /** Writes the mean, and the lower triangular root of the covariance, of one component. */
    void write(float[] means, float[] roots, int component) {
        double[] root = root();
        for (int i = 0; i < size; i++) {
            means[component * size + i] = (float) (sum[i] / count);
            for (int k = 0; k <= i; k++) {
                roots[(component * size + i) * size + k] = (float) (TEMPERATURE * root[i * size + k]);
            }
        }
    }

    /** Cholesky's decomposition. */
    private double[] root() {
        double[] root = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k <= i; k++) {
                double rest = covariance(i, k);
                for (int j = 0; j < k; j++) {
                    rest -= root[i * size + j] * root[k * size + j];
                }
                root[i * size + k] = i == k ? Math.sqrt(Math.max(rest, LEAST_VARIANCE)) : rest / root[k * size + k];
            }
        }
        return root;
    }

    private double covariance(int i, int k) {
        double covariance = products[i * size + k] / count - sum[i] / count * sum[k] / count;
        return i == k ? covariance + variances[i] / count + LEAST_VARIANCE : covariance;
    }
}
