package dev.kintsugi.gallery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Points on a plane, coloured by label.
 *
 * @param places of the points, an x and a y each
 * @param labels of the points, by their number
 * @param names of the labels
 */
public record Scatter(double[][] places, int[] labels, List<String> names) {
    private static final int MARGIN = 12;
    private static final int LEGEND = 26;
    private static final double RADIUS = 2.6;

    public Scatter {
        if (places.length == 0 || places.length != labels.length) {
            throw new IllegalArgumentException(places.length + " points with " + labels.length + " labels");
        }
        names = List.copyOf(names);
    }

    /** For a page: a square, with the labels below. */
    public String svg(String title, int side) {
        Frame frame = frame(side, side);
        StringBuilder svg = new StringBuilder(Svg.open(side, side + LEGEND, title));
        for (int i = 0; i < places.length; i++) {
            svg.append(String.format(
                    "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" fill-opacity=\".75\"/>",
                    Markup.number(frame.x(places[i])),
                    Markup.number(frame.y(places[i])),
                    RADIUS,
                    Palette.css(Palette.label(labels[i]))));
        }
        double step = Math.min(44, (side - 2. * MARGIN) / Math.max(1, names.size()));
        for (int i = 0; i < names.size(); i++) {
            double x = MARGIN + i * step;
            svg.append(Svg.dot(x + 4, side + 12, 4, Palette.css(Palette.label(i))))
                    .append(Svg.words(x + 12, side + 16, "start", names.get(i)));
        }
        return svg.append("</svg>").toString();
    }

    /** As a picture of its own, on dark ground, with a title. */
    public Print print(String title, int side) {
        int top = 2 * MARGIN + 3 * Lettering.HEIGHT;
        Print print = Print.blank(side, side + top + LEGEND, Palette.LACQUER);
        Lettering.write(print, title, MARGIN, MARGIN, 3, Palette.CHALK);
        print.put(dots(side), 0, top);
        for (int i = 0; i < names.size(); i++) {
            int left = MARGIN + i * (side - 2 * MARGIN) / names.size();
            Lettering.write(print, names.get(i), left, side + top + 6, 3, Palette.label(i));
        }
        return print;
    }

    private Print dots(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(Palette.LACQUER));
        pen.fillRect(0, 0, side, side);
        Frame frame = frame(side, side);
        for (int i = 0; i < places.length; i++) {
            pen.setColor(new Color(Palette.label(labels[i])));
            double radius = RADIUS * 1.2;
            pen.fill(new Ellipse2D.Double(
                    frame.x(places[i]) - radius, frame.y(places[i]) - radius, 2 * radius, 2 * radius));
        }
        pen.dispose();
        return new Print(side, side, image.getRGB(0, 0, side, side, null, 0, side));
    }

    /** One scale for both axes, so that distances are true. */
    private Frame frame(int width, int height) {
        double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] most = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double[] place : places) {
            for (int axis = 0; axis < 2; axis++) {
                least[axis] = Math.min(least[axis], place[axis]);
                most[axis] = Math.max(most[axis], place[axis]);
            }
        }
        double span = Math.max(1e-9, Math.max(most[0] - least[0], most[1] - least[1]));
        double scale = (Math.min(width, height) - 2. * MARGIN) / span;
        return new Frame(
                width / 2. - scale * (least[0] + most[0]) / 2, height / 2. + scale * (least[1] + most[1]) / 2, scale);
    }

    private record Frame(double left, double bottom, double scale) {
        double x(double[] place) {
            return left + scale * place[0];
        }

        double y(double[] place) {
            return bottom - scale * place[1];
        }
    }
}
