package dev.kintsugi.gallery;

/**
 * The plane in which points differ most (principal component analysis, Pearson 1901).
 *
 * <p>Found by power iteration, which two axes of a few dozen dimensions need no more than: Smile's own needs a native
 * BLAS, which is left out.
 */
public final class PrincipalAxes {
    private static final int ROUNDS = 200;

    private PrincipalAxes() {}

    /** Where each point lies in that plane, the first axis along the greatest spread. */
    public static double[][] places(double[][] points) {
        double[][] centred = centred(points);
        double[] first = axis(centred, null);
        double[] second = axis(centred, first);
        double[][] places = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            places[i] = new double[] {dot(centred[i], first), dot(centred[i], second)};
        }
        return places;
    }

    /**
     * The same places turned, or turned and mirrored, so that they lie as near as can be to where they were (orthogonal
     * Procrustes, Schönemann 1966): a plane has no up and no left of its own, and would turn over from pass to pass.
     *
     * @param before of the same things in the same order
     */
    public static double[][] aligned(double[][] places, double[][] before) {
        double xx = 0;
        double xy = 0;
        double yx = 0;
        double yy = 0;
        for (int i = 0; i < places.length; i++) {
            xx += places[i][0] * before[i][0];
            xy += places[i][0] * before[i][1];
            yx += places[i][1] * before[i][0];
            yy += places[i][1] * before[i][1];
        }
        boolean mirrored = Math.hypot(xx - yy, xy + yx) > Math.hypot(xx + yy, xy - yx);
        double sign = mirrored ? -1 : 1;
        double angle = Math.atan2(xy - sign * yx, xx + sign * yy);
        double[][] turned = new double[places.length][];
        for (int i = 0; i < places.length; i++) {
            double y = sign * places[i][1];
            turned[i] = new double[] {
                places[i][0] * Math.cos(angle) - y * Math.sin(angle),
                places[i][0] * Math.sin(angle) + y * Math.cos(angle)
            };
        }
        return turned;
    }

    private static double[][] centred(double[][] points) {
        int size = points[0].length;
        double[] mean = new double[size];
        for (double[] point : points) {
            for (int i = 0; i < size; i++) {
                mean[i] += point[i] / points.length;
            }
        }
        double[][] centred = new double[points.length][size];
        for (int row = 0; row < points.length; row++) {
            for (int i = 0; i < size; i++) {
                centred[row][i] = points[row][i] - mean[i];
            }
        }
        return centred;
    }

    /** The direction of greatest spread at right angles to another. */
    private static double[] axis(double[][] centred, double[] other) {
        double[] axis = new double[centred[0].length];
        for (int i = 0; i < axis.length; i++) {
            axis[i] = 1 + 1. / (i + 1); // any start will do that is not at right angles to the axis sought
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[axis.length];
            for (double[] point : centred) {
                double along = dot(point, axis);
                for (int i = 0; i < next.length; i++) {
                    next[i] += along * point[i];
                }
            }
            axis = unit(other == null ? next : less(next, other));
        }
        return axis;
    }

    private static double[] less(double[] vector, double[] other) {
        double along = dot(vector, other);
        double[] rest = new double[vector.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = vector[i] - along * other[i];
        }
        return rest;
    }

    private static double[] unit(double[] vector) {
        double length = Math.max(Double.MIN_NORMAL, Math.sqrt(dot(vector, vector)));
        double[] unit = new double[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
