package dev.kintsugi.learn;

import dev.kintsugi.dice.Dice;

/**
 * Varies a handwriting: turned, slanted, and drawn wider or narrower, higher or lower, about the middle of the picture.
 *
 * @param share of pictures that are varied
 * @param turn radians at most
 * @param slant sideways for each step up, at most
 * @param stretch of either side, at most, as a share
 */
record Hand(double share, double turn, double slant, double stretch) {
    static final Hand USUAL = new Hand(.5, .17, .2, .12);

    /** The row itself, or a varied copy of it. */
    float[] varied(float[] row, int height, int width, Dice dice) {
        if (!dice.chance(share)) {
            return row;
        }
        double angle = dice.between(-turn, turn);
        double lean = dice.between(-slant, slant);
        double across = 1 + dice.between(-stretch, stretch);
        double down = 1 + dice.between(-stretch, stretch);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        float[] varied = new float[row.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dy = y - (height - 1) / 2.;
                double dx = x - (width - 1) / 2. + lean * dy;
                double fromX = across * (cos * dx - sin * dy) + (width - 1) / 2.;
                double fromY = down * (sin * dx + cos * dy) + (height - 1) / 2.;
                varied[y * width + x] = at(row, height, width, fromY, fromX);
            }
        }
        return varied;
    }

    /**
     * Between the sixteen values around a place, by Catmull and Rom's spline: from four of them, as is usual, strokes come
     * out softer than they were, and a model learns to draw them so.
     */
    private static float at(float[] row, int height, int width, double y, double x) {
        int top = (int) Math.floor(y);
        int left = (int) Math.floor(x);
        double sum = 0;
        for (int i = -1; i <= 2; i++) {
            double line = 0;
            for (int k = -1; k <= 2; k++) {
                line += weight(x - left - k) * value(row, height, width, top + i, left + k);
            }
            sum += weight(y - top - i) * line;
        }
        return (float) Math.max(0, Math.min(1, sum));
    }

    private static double weight(double distance) {
        double d = Math.abs(distance);
        return d < 1 ? 1 + d * d * (1.5 * d - 2.5) : d < 2 ? 2 + d * (-4 + d * (2.5 - .5 * d)) : 0;
    }

    /** Outside of the picture there is paper. */
    private static float value(float[] row, int height, int width, int y, int x) {
        return y >= 0 && y < height && x >= 0 && x < width ? row[y * width + x] : 0;
    }
}
