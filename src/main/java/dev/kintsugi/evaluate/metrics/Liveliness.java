package dev.kintsugi.evaluate.metrics;

import java.util.Map;
import java.util.TreeMap;

/**
 * How sharp and how varied pictures or spectrograms are. What a model made up is compared with what is real by the
 * quotient of the two: 1 is as real, less is blurred or monotonous, more is noisy.
 */
public final class Liveliness {

    private Liveliness() {}

    /**
     * The root mean square difference of neighbours, across and along, in the mean over items.
     *
     * @param items row by row, each with a multiple of {@code width} values
     */
    public static double sharpness(float[][] items, int width) {
        double sum = 0;
        for (float[] item : items) {
            sum += Math.sqrt(squaredDifferences(item, width));
        }
        return sum / items.length;
    }

    private static double squaredDifferences(float[] item, int width) {
        double sum = 0;
        long pairs = 0;
        for (int i = 0; i < item.length; i++) {
            if ((i + 1) % width != 0) {
                sum += square(item[i + 1] - item[i]);
                pairs++;
            }
            if (i + width < item.length) {
                sum += square(item[i + width] - item[i]);
                pairs++;
            }
        }
        return sum / pairs;
    }

    /**
     * How far two items of one label are apart: the root mean square distance, over labels that have two items or more.
     *
     * @return NaN when no label has two items
     */
    public static double diversity(float[][] items, int[] label) {
        Map<Integer, Spread> spreads = new TreeMap<>();
        for (int i = 0; i < items.length; i++) {
            int values = items[i].length;
            spreads.computeIfAbsent(label[i], any -> new Spread(values)).add(items[i]);
        }
        return Math.sqrt(spreads.values().stream()
                .filter(spread -> spread.count > 1)
                .mapToDouble(Spread::squaredDistance)
                .average()
                .orElse(Double.NaN));
    }

    /** Sums from which the mean squared distance of all pairs follows, without looking at pairs. */
    private static final class Spread {
        private final double[] sum;
        private double squares;
        private long count;

        Spread(int values) {
            sum = new double[values];
        }

        void add(float[] item) {
            for (int d = 0; d < item.length; d++) {
                sum[d] += item[d];
                squares += square(item[d]);
            }
            count++;
        }

        /** Twice the variance, which over n items is the sum of squares about the mean by n - 1. */
        double squaredDistance() {
            double ofMean = 0;
            for (double each : sum) {
                ofMean += square(each);
            }
            return Math.max(0, 2 * (squares - ofMean / count) / (count - 1));
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
