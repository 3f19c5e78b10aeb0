package dev.kintsugi.cluster;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;

/**
 * Groups of points by their nearest middle (Lloyd 1982), begun far apart (k-means++: Arthur and Vassilvitskii 2007), the best
 * of several beginnings.
 *
 * @param middles of the groups
 * @param spread the sum of all squared distances to the nearest middle
 */
public record KMeans(double[][] middles, double spread) {
    private static final int BEGINNINGS = 20;
    private static final int ROUNDS = 50;

    /**
     * Finds groups; the same again for the same seed.
     *
     * @param points as many as groups, or more
     */
    public static KMeans of(double[][] points, int groups, long seed) {
        Dice dice = Dice.of(seed);
        KMeans best = null;
        for (int beginning = 0; beginning < BEGINNINGS; beginning++) {
            KMeans found = settled(points, apart(points, groups, dice));
            best = best == null || found.spread < best.spread ? found : best;
        }
        return best;
    }

    /** The number of the group that a point belongs to. */
    public int nearest(double[] point) {
        return nearest(middles, point, middles.length);
    }

    private static double[][] apart(double[][] points, int groups, Dice dice) {
        double[][] middles = new double[groups][];
        middles[0] = points[dice.below(points.length)];
        double[] distances = new double[points.length];
        for (int group = 1; group < groups; group++) {
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                distances[i] = distance(middles[nearest(middles, points[i], group)], points[i]);
                sum += distances[i];
            }
            middles[group] = points[drawn(distances, dice.between(0, sum))];
        }
        return middles;
    }

    private static int drawn(double[] weights, double upTo) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            if (sum >= upTo) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static KMeans settled(double[][] points, double[][] begun) {
        double[][] middles = begun;
        double spread = spread(points, middles);
        for (int round = 0; round < ROUNDS; round++) {
            double[][] moved = moved(points, middles);
            double less = spread(points, moved);
            if (less >= spread) {
                break;
            }
            middles = moved;
            spread = less;
        }
        return new KMeans(middles, spread);
    }

    /** A group without points stays where it is. */
    private static double[][] moved(double[][] points, double[][] middles) {
        double[][] sums = new double[middles.length][middles[0].length];
        int[] sizes = new int[middles.length];
        for (double[] point : points) {
            int group = nearest(middles, point, middles.length);
            sizes[group]++;
            for (int i = 0; i < point.length; i++) {
                sums[group][i] += point[i];
            }
        }
        for (int group = 0; group < sums.length; group++) {
            int size = sizes[group];
            sums[group] = size == 0
                    ? middles[group]
                    : Arrays.stream(sums[group]).map(sum -> sum / size).toArray();
        }
        return sums;
    }

    private static double spread(double[][] points, double[][] middles) {
        return Arrays.stream(points)
                .mapToDouble(point -> distance(middles[nearest(middles, point, middles.length)], point))
                .sum();
    }

    private static int nearest(double[][] middles, double[] point, int count) {
        int nearest = 0;
        for (int group = 1; group < count; group++) {
            nearest = distance(middles[group], point) < distance(middles[nearest], point) ? group : nearest;
        }
        return nearest;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }
}
