package dev.kintsugi.evaluate.metrics;

import dev.kintsugi.cluster.Assignment;
import java.util.Arrays;
import smile.validation.metric.AdjustedRandIndex;
import smile.validation.metric.NormalizedMutualInformation;

/**
 * Clusters beside the labels that they ought to find.
 *
 * @param truth of each item, from 0
 * @param found the cluster of each item, from 0
 */
public record Clustering(int[] truth, int[] found) {
    public Clustering {
        if (truth.length == 0 || truth.length != found.length) {
            throw new IllegalArgumentException(
                    found.length + " items in clusters, " + truth.length + " with labels; expected as many, and some");
        }
        truth = truth.clone();
        found = found.clone();
    }

    @Override
    public int[] truth() {
        return truth.clone();
    }

    @Override
    public int[] found() {
        return found.clone();
    }

    /** The share of items whose cluster is the one matched with their label, in the best match of one to one. */
    public double accuracy() {
        double[][] table = table();
        int[] match = Assignment.heaviest(table);
        double right = 0;
        for (int cluster = 0; cluster < match.length; cluster++) {
            right += match[cluster] < 0 ? 0 : table[cluster][match[cluster]];
        }
        return right / truth.length;
    }

    /** The share of items that have their cluster's most frequent label. */
    public double purity() {
        return Arrays.stream(table())
                        .mapToDouble(row -> Arrays.stream(row).max().orElseThrow())
                        .sum()
                / truth.length;
    }

    /** Normalised mutual information: 0 if clusters tell nothing of labels, 1 if they are the same. */
    public double nmi() {
        return trivial() ? 1 : NormalizedMutualInformation.sum(truth, found);
    }

    /** Adjusted Rand index: how far pairs of items agree on being together; 0 by chance, 1 for the same. */
    public double ari() {
        return trivial() ? 1 : AdjustedRandIndex.of(truth, found);
    }

    /** One label in one cluster agree, though the formulas divide by 0 there. */
    private boolean trivial() {
        return Arrays.stream(truth).distinct().count() == 1
                && Arrays.stream(found).distinct().count() == 1;
    }

    private double[][] table() {
        int labels = Arrays.stream(truth).max().orElseThrow() + 1;
        int clusters = Arrays.stream(found).max().orElseThrow() + 1;
        double[][] table = new double[clusters][labels];
        for (int i = 0; i < truth.length; i++) {
            table[found[i]][truth[i]]++;
        }
        return table;
    }
}
