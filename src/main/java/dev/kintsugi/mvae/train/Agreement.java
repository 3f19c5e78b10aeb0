package dev.kintsugi.mvae.train;

import static dev.kintsugi.mvae.train.Operation.logSumExp;
import static dev.kintsugi.mvae.train.Operation.ones;
import static dev.kintsugi.mvae.train.Operation.product;
import static dev.kintsugi.mvae.train.SharedPrior.weighted;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * How well two sides of an observation find each other, by what each alone says of the shared part, among all that are in
 * the batch: a cross-entropy, which their mutual information makes small (van den Oord, Li and Vinyals, "Representation
 * learning with contrastive predictive coding", 2018; of two modalities: Radford and others, "Learning transferable visual
 * models from natural language supervision", 2021).
 *
 * <p>Where a class is all that a picture and a sound have in common, they find each other by their class.
 */
final class Agreement {
    /** What a row that lacks a side looks like to others: nothing at all. */
    static final float ABSENT = -30;

    /** Of the cosine between two sides. */
    private static final double TEMPERATURE = .2;

    private static final double SMALL = 1e-6;

    private Agreement() {}

    /**
     * The cross-entropy, in the mean of both directions.
     *
     * @param one what one side says, a row for each observation; and so the other
     * @param weights of the observations, in a single row
     * @param absent 0 for each observation that has both sides, {@link #ABSENT} for others, in a single row
     */
    static SDVariable of(
            SDVariable one, SDVariable other, SDVariable weights, SDVariable absent, int rows, int shared) {
        SDVariable u = direction(one, shared);
        SDVariable v = direction(other, shared);
        SDVariable hidden = product(ones(one.getSameDiff(), rows, 1), absent);
        SDVariable all = all(u, v, hidden, weights, rows).add(all(v, u, hidden, weights, rows));
        return all.mul(0.5).sub(weighted(weights, u.mul(v), shared).div(TEMPERATURE));
    }

    private static SDVariable all(SDVariable from, SDVariable to, SDVariable hidden, SDVariable weights, int rows) {
        SDVariable alike = product(from, to, true).div(TEMPERATURE).add(hidden);
        return weighted(weights, logSumExp(alike, rows), rows).div(rows);
    }

    /** Of length 1. */
    private static SDVariable direction(SDVariable x, int columns) {
        SameDiff graph = x.getSameDiff();
        SDVariable square = product(x.mul(x), ones(graph, columns, columns));
        return x.div(graph.math().sqrt(square.add(SMALL)));
    }
}
