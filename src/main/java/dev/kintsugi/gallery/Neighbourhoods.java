package dev.kintsugi.gallery;

import smile.manifold.TSNE;
import smile.math.MathEx;

/** Points of many dimensions on a plane, near ones near each other (t-SNE, van der Maaten and Hinton 2008). */
public final class Neighbourhoods {
    private static final int ROUNDS = 500;
    private static final double NEIGHBOURS = 30;

    private Neighbourhoods() {}

    /** Where each point lies; the same points and seed give the same places on one thread. */
    public static double[][] places(double[][] points, long seed) {
        MathEx.setSeed(seed); // of this thread alone
        double neighbours = Math.max(2, Math.min(NEIGHBOURS, (points.length - 1) / 3.));
        return new TSNE(points, 2, neighbours, 200, ROUNDS).coordinates;
    }
}
