package dev.kintsugi.data.synthetic;

/**
 * One movement of the pen on paper: the points that it passes through, and at which of them it turns sharply.
 *
 * @param x to the right, 1 being the height of the digit
 * @param y downwards, 0 to 1
 */
record Stroke(double[] x, double[] y, boolean[] corner) {

    int length() {
        return x.length;
    }

    /** Reads {@code 4,8 30,6 58,2! 26,100}, in hundredths. */
    static Stroke parse(String text) {
        String[] points = text.strip().split("\\s+");
        Stroke stroke = new Stroke(new double[points.length], new double[points.length], new boolean[points.length]);
        for (int i = 0; i < points.length; i++) {
            stroke.corner[i] = points[i].endsWith("!");
            String[] pair = points[i].replace("!", "").split(",");
            stroke.x[i] = Integer.parseInt(pair[0]) / 100.0;
            stroke.y[i] = Integer.parseInt(pair[1]) / 100.0;
        }
        return stroke;
    }
}
