package dev.kintsugi.evaluate.metrics;

/**
 * An estimate, and where the truth lies with 95 % confidence.
 *
 * @param low at most the estimate
 * @param high at least the estimate
 */
public record Interval(double estimate, double low, double high) {
    /** The standard normal distribution has 95 % of its mass within this distance of 0. */
    private static final double Z = 1.959963984540054;

    /**
     * Of a share of independent trials (Wilson 1927).
     *
     * @param successes how many of the trials succeeded
     */
    public static Interval wilson(long successes, long trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    successes + " successes of " + trials + " trials; expected 0 to all of at least one");
        }
        double share = (double) successes / trials;
        double z2 = Z * Z / trials;
        double middle = (share + z2 / 2) / (1 + z2);
        double reach = Z / (1 + z2) * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials));
        return new Interval(
                share, Math.max(0, Math.min(share, middle - reach)), Math.min(1, Math.max(share, middle + reach)));
    }
}
