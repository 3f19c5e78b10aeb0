package dev.kintsugi.speed;

import java.util.Arrays;

/**
 * How long things took, in milliseconds: percentiles by nearest rank, so that each is something that happened.
 *
 * @param count how many were timed
 */
public record Percentiles(int count, double p50, double p90, double p99, double most) {

    /** @throws IllegalArgumentException if nothing was timed */
    public static Percentiles of(double... milliseconds) {
        if (milliseconds.length == 0) {
            throw new IllegalArgumentException("nothing was timed");
        }
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        return new Percentiles(
                sorted.length, at(sorted, .5), at(sorted, .9), at(sorted, .99), sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
