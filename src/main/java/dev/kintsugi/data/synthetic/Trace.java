package dev.kintsugi.data.synthetic;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;

/**
 * The path of a pen, as short straight pieces with a pressure at each joint.
 *
 * <p>Mutable while one digit is being written; the arrays grow as needed.
 */
final class Trace {
    /** Pieces between two points of a stroke: at 20 pixels a digit they are about a pixel long. */
    private static final int PIECES = 6;

    double[] x = new double[128];
    double[] y = new double[128];
    double[] pressure = new double[128];
    /** Whether the pen came down here, so that no ink leads to this joint. */
    boolean[] down = new boolean[128];

    int length;

    /** Adds a stroke as a smooth curve (Catmull and Rom, 1974) that breaks at its corners. */
    void draw(Stroke stroke, Dice dice) {
        int start = length;
        add(stroke.x()[0], stroke.y()[0], true);
        for (int i = 0; i + 1 < stroke.length(); i++) {
            int before = i == 0 || stroke.corner()[i] ? i : i - 1;
            int after = i + 2 == stroke.length() || stroke.corner()[i + 1] ? i + 1 : i + 2;
            for (int piece = 1; piece <= PIECES; piece++) {
                double t = (double) piece / PIECES;
                add(spline(stroke.x(), before, i, after, t), spline(stroke.y(), before, i, after, t), false);
            }
        }
        press(start, dice);
    }

    private static double spline(double[] points, int before, int i, int after, double t) {
        double from = points[i];
        double to = points[i + 1];
        double leaving = (to - points[before]) / 2;
        double arriving = (points[after] - from) / 2;
        double bend = 2 * (from - to) + leaving + arriving;
        return from + t * (leaving + t * (3 * (to - from) - 2 * leaving - arriving + t * bend));
    }

    /** A hand presses unevenly along a stroke, and less where it sets down and lifts the pen. */
    private void press(int start, Dice dice) {
        double uneven = dice.between(.03, .16);
        double first = dice.bell();
        double middle = dice.bell();
        double last = dice.bell();
        for (int i = start; i < length; i++) {
            double t = (double) (i - start) / (length - 1 - start);
            double level = t < .5 ? first + (middle - first) * 2 * t : middle + (last - middle) * (2 * t - 1);
            double end = Math.min(1, .8 + 2 * Math.min(t, 1 - t));
            pressure[i] = Math.max(.55, (1 + uneven * level) * end);
        }
    }

    /** How far the path reaches along one axis. */
    double span(double[] axis) {
        double least = axis[0];
        double most = axis[0];
        for (int i = 1; i < length; i++) {
            least = Math.min(least, axis[i]);
            most = Math.max(most, axis[i]);
        }
        return most - least;
    }

    /** Where the middle of the ink is along one axis, each piece counting by its length and pressure. */
    double centre(double[] axis) {
        double ink = 0;
        double sum = 0;
        for (int i = 1; i < length; i++) {
            if (!down[i]) {
                double dx = x[i] - x[i - 1];
                double dy = y[i] - y[i - 1];
                double piece = Math.sqrt(dx * dx + dy * dy) * pressure[i];
                ink += piece;
                sum += piece * (axis[i] - (axis[i] - axis[i - 1]) / 2);
            }
        }
        return sum / ink;
    }

    private void add(double px, double py, boolean penDown) {
        if (length == x.length) {
            x = Arrays.copyOf(x, 2 * length);
            y = Arrays.copyOf(y, 2 * length);
            pressure = Arrays.copyOf(pressure, 2 * length);
            down = Arrays.copyOf(down, 2 * length);
        }
        x[length] = px;
        y[length] = py;
        down[length++] = penDown;
    }
}
