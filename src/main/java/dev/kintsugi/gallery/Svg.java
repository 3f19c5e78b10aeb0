package dev.kintsugi.gallery;

import static dev.kintsugi.gallery.Markup.number;

/** Pieces of charts. Classes take their colours from the page: {@code axis}, {@code grid}, {@code words}. */
final class Svg {
    private Svg() {}

    static String open(int width, int height, String title) {
        return "<svg viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" role=\"img\"><title>"
                + Markup.text(title) + "</title>";
    }

    static String words(double x, double y, String anchor, String words) {
        return "<text class=\"words\" x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">"
                + Markup.text(words) + "</text>";
    }

    static String dot(double x, double y, double radius, String colour) {
        return "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) + "\" fill=\"" + colour
                + "\"/>";
    }

    static String line(String style, double x1, double y1, double x2, double y2) {
        return "<line class=\"" + style + "\" x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2)
                + "\" y2=\"" + number(y2) + "\"/>";
    }

    static String bar(double x, double y, double width, double height, String colour) {
        return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(Math.max(0, width))
                + "\" height=\"" + number(Math.max(0, height)) + "\" fill=\"" + colour + "\"/>";
    }
}
