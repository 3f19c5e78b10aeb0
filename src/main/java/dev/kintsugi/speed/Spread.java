package dev.kintsugi.speed;

import java.util.Arrays;

/** Several runs of one measurement: their median, and how far they lie apart. */
public record Spread(double median, double least, double most) {

    /** @throws IllegalArgumentException if there is no run */
    public static Spread of(double... runs) {
        if (runs.length == 0) {
            throw new IllegalArgumentException("no runs");
        }
        double[] sorted = runs.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
