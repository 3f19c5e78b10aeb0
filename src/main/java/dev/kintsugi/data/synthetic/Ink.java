package dev.kintsugi.data.synthetic;

/**
 * Puts a pen's path on a square of pixels, light on dark.
 *
 * <p>A pixel is as bright as the nearest piece of the path covers it: full within the pen's radius, none beyond, and in
 * between over a soft edge, which is what anti-aliases it. Only additions, products and square roots are used, which
 * are exact to the bit on every JDK.
 */
final class Ink {
    private Ink() {}

    /**
     * @param radius of the pen at pressure 1, in pixels
     * @param soft how many pixels the edge takes from full to none
     */
    static byte[] on(int side, Trace trace, double radius, double soft) {
        double[] light = new double[side * side];
        for (int i = 1; i < trace.length; i++) {
            if (!trace.down[i]) {
                piece(light, side, trace, i, radius, soft);
            }
        }
        byte[] grey = new byte[light.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (255 * light[i] + .5);
        }
        return grey;
    }

    private static void piece(double[] light, int side, Trace trace, int to, double radius, double soft) {
        double x = trace.x[to - 1];
        double y = trace.y[to - 1];
        double dx = trace.x[to] - x;
        double dy = trace.y[to] - y;
        double square = dx * dx + dy * dy;
        double thick = radius * (trace.pressure[to - 1] + trace.pressure[to]) / 2;
        double reach = thick + soft / 2;
        int right = Math.min(side - 1, (int) (Math.max(x, x + dx) + reach));
        int bottom = Math.min(side - 1, (int) (Math.max(y, y + dy) + reach));
        for (int row = Math.max(0, (int) (Math.min(y, y + dy) - reach)); row <= bottom; row++) {
            for (int column = Math.max(0, (int) (Math.min(x, x + dx) - reach)); column <= right; column++) {
                double px = column + .5 - x;
                double py = row + .5 - y;
                double along = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
                double ax = px - along * dx;
                double ay = py - along * dy;
                double cover = (reach - Math.sqrt(ax * ax + ay * ay)) / soft;
                int pixel = row * side + column;
                light[pixel] = Math.max(light[pixel], Math.min(1, cover));
            }
        }
    }
}
