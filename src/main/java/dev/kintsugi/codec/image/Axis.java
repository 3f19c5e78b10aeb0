package dev.kintsugi.codec.image;

/**
 * Which pixels along one side of a picture make up each pixel along the same side of a scaled one.
 *
 * <p>Down, a pixel is the mean of the area that it covers, so that no line is lost between samples. Up, it is read
 * off a cubic through its four neighbours (Catmull and Rom 1974), which keeps edges sharp. Beyond the picture is
 * paper.
 */
final class Axis {
    final int[] first;
    final float[][] weights;

    /**
     * @param scale new pixels per old one
     * @param from a place in the old picture, in pixels from its edge
     * @param to where that place comes to lie in the new one
     */
    Axis(int oldLength, int newLength, double scale, double from, double to) {
        first = new int[newLength];
        weights = new float[newLength][];
        for (int i = 0; i < newLength; i++) {
            double centre = from + (i + .5 - to) / scale;
            double reach = scale < 1 ? .5 / scale : 2;
            first[i] = (int) Math.max(0, Math.min(oldLength, Math.floor(centre - reach)));
            int end = (int) Math.max(first[i], Math.min(oldLength, Math.ceil(centre + reach)));
            weights[i] = new float[end - first[i]];
            for (int j = 0; j < weights[i].length; j++) {
                double middle = first[i] + j + .5;
                weights[i][j] = (float) (scale < 1 ? scale * overlap(middle, centre, reach) : cubic(middle - centre));
            }
        }
    }

    /** The columns that any pixel is made of: from the first to before the second. */
    int[] range() {
        int from = Integer.MAX_VALUE;
        int to = 0;
        for (int i = 0; i < first.length; i++) {
            if (weights[i].length > 0) {
                from = Math.min(from, first[i]);
                to = Math.max(to, first[i] + weights[i].length);
            }
        }
        return new int[] {Math.min(from, to), to};
    }

    /** Sums up a line. */
    void apply(float[] line, int offset, float[] result, int at) {
        for (int i = 0; i < first.length; i++) {
            float sum = 0;
            for (int j = 0; j < weights[i].length; j++) {
                sum += weights[i][j] * line[first[i] + j - offset];
            }
            result[at + i] = sum;
        }
    }

    private static double overlap(double middle, double centre, double reach) {
        return Math.max(0, Math.min(middle + .5, centre + reach) - Math.max(middle - .5, centre - reach));
    }

    private static double cubic(double distance) {
        double x = Math.abs(distance);
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }
}
