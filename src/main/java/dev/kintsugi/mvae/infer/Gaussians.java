package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Architecture;

/**
 * Gaussians with a diagonal covariance, one a row.
 *
 * @param size dimensions of each
 */
public record Gaussians(int size, float[] mean, float[] logVariance) {

    static Gaussians of(int size, int count) {
        return new Gaussians(size, new float[count * size], new float[count * size]);
    }

    public int count() {
        return size == 0 ? 0 : mean.length / size;
    }

    /** A copy of one row. */
    public Gaussians row(int row) {
        Gaussians one = of(size, 1);
        System.arraycopy(mean, row * size, one.mean, 0, size);
        System.arraycopy(logVariance, row * size, one.logVariance, 0, size);
        return one;
    }

    /** Reads a row as an expert puts it out: the mean, then the log-variance, which is brought into range. */
    void read(int row, float[] values, int at) {
        System.arraycopy(values, at, mean, row * size, size);
        for (int i = 0; i < size; i++) {
            logVariance[row * size + i] = clamped(values[at + size + i]);
        }
    }

    static float clamped(float logVariance) {
        return Math.min(Math.max(logVariance, Architecture.LEAST_LOG_VARIANCE), Architecture.GREATEST_LOG_VARIANCE);
    }

    boolean finite() {
        return Finite.all(mean, 0, mean.length) && Finite.all(logVariance, 0, logVariance.length);
    }
}
