package dev.kintsugi.mvae.train;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What the classes of a batch are guessed to be (pseudo-labels: Lee 2013; only where they are certain: Sohn and others,
 * "FixMatch", 2020).
 *
 * @param probabilities of each class, row by row; zeros in a row that is not asked for
 */
record Guesses(float[] probabilities, int classes) {
    /** A guess that is as probable is taken for what was told. */
    private static final double CERTAIN = .9;

    /** The share that each class is taken to have at least, of a whole. */
    private static final double LEAST = .01;

    /** Of the classes that are to be expected in use. */
    private static final double USED = .7;

    /**
     * The class of each row that is certain, as far as all classes are alike frequent: what is guessed more often than others
     * is believed less. Else some classes would be guessed ever more often, and others never again (measured: two of ten).
     */
    OptionalInt[] certain() {
        double[] shares = shares();
        OptionalInt[] certain = new OptionalInt[probabilities.length / classes];
        for (int row = 0; row < certain.length; row++) {
            certain[row] = certain(row, shares);
        }
        return certain;
    }

    private OptionalInt certain(int row, double[] shares) {
        double sum = 0;
        double most = 0;
        int best = 0;
        for (int i = 0; i < classes; i++) {
            double balanced = probabilities[row * classes + i] / (shares[i] + LEAST);
            sum += balanced;
            if (balanced > most) {
                most = balanced;
                best = i;
            }
        }
        return most > 0 && most >= CERTAIN * sum ? OptionalInt.of(best) : OptionalInt.empty();
    }

    /** The most probable class of a row. */
    int best(int row) {
        int best = row * classes;
        for (int i = best; i < (row + 1) * classes; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best - row * classes;
    }

    /**
     * Whether they tell rows apart: whether about as many classes are in use as are to be expected among so few. Where all are
     * guessed to be of few classes, and that were believed, all would soon be of one (measured: within a pass).
     */
    boolean differ() {
        double entropy = -Arrays.stream(shares())
                .filter(share -> share > 0)
                .map(share -> share * Math.log(share))
                .sum();
        double expected = classes * (1 - Math.exp(-rows() / classes));
        return rows() > 0 && Math.exp(entropy) >= USED * expected;
    }

    /** That are asked for. */
    private double rows() {
        double sum = 0;
        for (float each : probabilities) {
            sum += each;
        }
        return sum;
    }

    private double[] shares() {
        double[] shares = new double[classes];
        double rows = rows();
        for (int i = 0; i < probabilities.length; i++) {
            shares[i % classes] += probabilities[i] / rows;
        }
        return shares;
    }
}
