package dev.kintsugi.data.synthetic;

import dev.kintsugi.data.Examples;
import java.util.function.Function;

/** The simplest classifier there is: the label whose mean is nearest. What it cannot tell apart hardly differs. */
final class NearestMean {
    private NearestMean() {}

    /** The share of test examples that the means of training examples read rightly. */
    static <T> double accuracy(
            Examples<T> train, int trainCount, Examples<T> test, int testCount, Function<T, double[]> features) {
        double[][] means = new double[10][];
        for (int i = 0; i < trainCount; i++) {
            double[] vector = features.apply(train.get(i).value());
            int label = Integer.parseInt(train.label(i));
            means[label] = means[label] == null ? new double[vector.length] : means[label];
            for (int j = 0; j < vector.length; j++) {
                means[label][j] += vector[j] * 10 / trainCount;
            }
        }
        int right = 0;
        for (int i = 0; i < testCount; i++) {
            if (nearest(means, features.apply(test.get(i).value())) == Integer.parseInt(test.label(i))) {
                right++;
            }
        }
        return (double) right / testCount;
    }

    private static int nearest(double[][] means, double[] vector) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int label = 0; label < means.length; label++) {
            double distance = 0;
            for (int j = 0; j < vector.length; j++) {
                distance += (vector[j] - means[label][j]) * (vector[j] - means[label][j]);
            }
            if (distance < least) {
                least = distance;
                nearest = label;
            }
        }
        return nearest;
    }
}
