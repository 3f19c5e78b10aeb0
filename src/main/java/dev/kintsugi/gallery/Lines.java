package dev.kintsugi.gallery;

import static dev.kintsugi.gallery.Markup.number;

import java.util.List;
import java.util.Locale;

/**
 * Curves over a common axis that counts from 1.
 *
 * @param across what the axis counts, such as passes
 */
public record Lines(String across, List<Curve> curves) {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final int LEFT = 52;
    private static final int BOTTOM = 30;
    private static final int TOP = 26;
    private static final int RIGHT = 12;
    private static final int TICKS = 4;

    /** A value at each place. */
    public record Curve(String name, double[] values) {}

    public Lines {
        curves = List.copyOf(curves);
        if (curves.isEmpty() || curves.stream().anyMatch(curve -> curve.values().length == 0)) {
            throw new IllegalArgumentException("a chart without values");
        }
    }

    public String svg(String title) {
        double least = extreme(Math::min);
        double most = extreme(Math::max);
        double span = most > least ? most - least : Math.max(1, Math.abs(most));
        StringBuilder svg = new StringBuilder(Svg.open(WIDTH, HEIGHT, title));
        svg.append(Svg.words(LEFT, 15, "start", title));
        for (int tick = 0; tick <= TICKS; tick++) {
            double value = least + span * tick / TICKS;
            double y = y(value, least, span);
            svg.append(Svg.line("grid", LEFT, y, WIDTH - RIGHT, y))
                    .append(Svg.words(LEFT - 6, y + 4, "end", shortened(value)));
        }
        int longest = longest();
        svg.append(Svg.words(LEFT, HEIGHT - 10, "middle", "1"))
                .append(Svg.words(WIDTH - RIGHT, HEIGHT - 10, "end", across + " " + longest));
        for (int i = 0; i < curves.size(); i++) {
            svg.append(path(curves.get(i), Palette.css(Palette.label(i)), longest, least, span));
        }
        return svg.append("</svg>").toString();
    }

    private static String path(Curve curve, String colour, int longest, double least, double span) {
        StringBuilder points = new StringBuilder();
        double x = LEFT;
        double y = 0;
        for (int i = 0; i < curve.values().length; i++) {
            x = LEFT + (WIDTH - LEFT - RIGHT) * (longest == 1 ? .5 : i / (longest - 1.));
            y = y(curve.values()[i], least, span);
            points.append(i == 0 ? "" : " ").append(number(x)).append(',').append(number(y));
        }
        return "<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\" points=\"" + points + "\"/>"
                + Svg.dot(x, y, 3, colour);
    }

    private static double y(double value, double least, double span) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (value - least) / span;
    }

    private double extreme(java.util.function.DoubleBinaryOperator which) {
        return curves.stream()
                .flatMapToDouble(curve -> java.util.Arrays.stream(curve.values()))
                .reduce(which)
                .orElseThrow();
    }

    private int longest() {
        return curves.stream().mapToInt(curve -> curve.values().length).max().orElseThrow();
    }

    private static String shortened(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
