package dev.kintsugi.evaluate.judge;

/**
 * Where values come from when they are turned, stretched, slanted and moved: an affine map of places about the middle.
 *
 * @param xx how far to the right in the source a step to the right goes
 * @param xy how far to the right in the source a step down goes
 * @param yx how far down in the source a step to the right goes
 * @param yy how far down in the source a step down goes
 * @param x how far to the right in the source the middle comes from
 * @param y how far down in the source the middle comes from
 */
record Warp(double xx, double xy, double yx, double yy, double x, double y) {

    /** Interpolates between four neighbours; what lies outside is 0. */
    void apply(float[] values, int height, int width, float[] warped, int at) {
        double middleX = (width - 1) / 2.;
        double middleY = (height - 1) / 2.;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double right = column - middleX;
                double down = row - middleY;
                double fromX = middleX + x + xx * right + xy * down;
                double fromY = middleY + y + yx * right + yy * down;
                warped[at + row * width + column] = between(values, height, width, fromX, fromY);
            }
        }
    }

    private static float between(float[] values, int height, int width, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float down = (float) (y - top);
        float upper = (1 - right) * value(values, height, width, top, left)
                + right * value(values, height, width, top, left + 1);
        float lower = (1 - right) * value(values, height, width, top + 1, left)
                + right * value(values, height, width, top + 1, left + 1);
        return (1 - down) * upper + down * lower;
    }

    private static float value(float[] values, int height, int width, int row, int column) {
        boolean inside = row >= 0 && row < height && column >= 0 && column < width;
        return inside ? values[row * width + column] : 0;
    }
}
