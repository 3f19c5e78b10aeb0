package dev.kintsugi.evaluate.metrics;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;

/**
 * The interval of a mean whose values come in groups, such as ten samples of each recording: whole groups are drawn
 * anew, with replacement (Davison and Hinkley 1997, section 3.8).
 *
 * <p>Values of one group resemble each other; drawing single values would make the interval too narrow.
 */
public final class Bootstrap {
    private static final double TAIL = .025;

    private final int rounds;
    private final long seed;

    /** @param rounds how often everything is drawn anew; 2,000 give two digits of an interval */
    public Bootstrap(int rounds, long seed) {
        if (rounds < 1) {
            throw new IllegalArgumentException(rounds + " rounds of bootstrap; expected at least one");
        }
        this.rounds = rounds;
        this.seed = seed;
    }

    /**
     * The mean of all values, and the middle 95 % of the means drawn.
     *
     * @param group of each value: any number, the same for values that belong together
     */
    public Interval mean(double[] values, int[] group) {
        if (values.length == 0 || values.length != group.length) {
            throw new IllegalArgumentException(
                    values.length + " values in groups for " + group.length + "; expected a group for each of some");
        }
        int[] distinct = Arrays.stream(group).distinct().sorted().toArray();
        double[] sums = new double[distinct.length];
        int[] counts = new int[distinct.length];
        for (int i = 0; i < values.length; i++) {
            int at = Arrays.binarySearch(distinct, group[i]);
            sums[at] += values[i];
            counts[at]++;
        }
        double estimate = Arrays.stream(values).sum() / values.length;
        double[] means = means(sums, counts);
        return new Interval(
                estimate, Math.min(estimate, quantile(means, TAIL)), Math.max(estimate, quantile(means, 1 - TAIL)));
    }

    private double[] means(double[] sums, int[] counts) {
        double[] means = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Dice dice = Dice.of(seed, round);
            double sum = 0;
            long count = 0;
            for (int draw = 0; draw < sums.length; draw++) {
                int drawn = dice.below(sums.length);
                sum += sums[drawn];
                count += counts[drawn];
            }
            means[round] = sum / count;
        }
        Arrays.sort(means);
        return means;
    }

    /** Between the two neighbours, of sorted values. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
