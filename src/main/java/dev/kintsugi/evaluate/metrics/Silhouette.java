package dev.kintsugi.evaluate.metrics;

/** The simplified silhouette of a clustering: how much nearer points are to their own centre than to the next. */
public final class Silhouette {

    private Silhouette() {}

    /**
     * The mean of (b - a) / max(a, b), with a the distance to the own cluster's centre and b to the nearest other one
     * (Vendramin, Campello and Hruschka 2010).
     *
     * <p>From -1 to 1; linear in the number of points, where the full silhouette is quadratic.
     *
     * @param cluster of each point, from 0
     * @return NaN when fewer than two clusters have points
     */
    public static double simplified(float[][] points, int[] cluster, int clusters) {
        if (points.length != cluster.length) {
            throw new IllegalArgumentException(
                    points.length + " points in clusters for " + cluster.length + "; expected one for each");
        }
        int[] sizes = new int[clusters];
        double[][] centres = centres(points, cluster, sizes);
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            double own = distance(points[i], centres[cluster[i]]);
            double other = Double.NaN;
            for (int c = 0; c < clusters; c++) {
                if (c != cluster[i] && sizes[c] > 0) {
                    double distance = distance(points[i], centres[c]);
                    other = Double.isNaN(other) ? distance : Math.min(other, distance);
                }
            }
            sum += own == other ? 0 : (other - own) / Math.max(own, other);
        }
        return sum / points.length;
    }

    private static double[][] centres(float[][] points, int[] cluster, int[] sizes) {
        double[][] centres = new double[sizes.length][points.length == 0 ? 0 : points[0].length];
        for (int i = 0; i < points.length; i++) {
            sizes[cluster[i]]++;
            for (int d = 0; d < points[i].length; d++) {
                centres[cluster[i]][d] += points[i][d];
            }
        }
        for (int c = 0; c < centres.length; c++) {
            for (int d = 0; d < centres[c].length; d++) {
                centres[c][d] /= Math.max(1, sizes[c]);
            }
        }
        return centres;
    }

    private static double distance(float[] point, double[] centre) {
        double sum = 0;
        for (int d = 0; d < point.length; d++) {
            sum += (point[d] - centre[d]) * (point[d] - centre[d]);
        }
        return Math.sqrt(sum);
    }
}
