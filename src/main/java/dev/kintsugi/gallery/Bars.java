package dev.kintsugi.gallery;

import java.util.List;

/**
 * Bars that are each divided into shares of a whole.
 *
 * @param parts what the whole is divided into
 */
public record Bars(List<String> parts, List<Bar> bars) {
    private static final int WIDTH = 640;
    private static final int LEFT = 110;
    private static final int STEP = 34;
    private static final int BAR = 20;
    private static final int LEGEND = 28;

    /** @param shares of each part, which sum to 1 */
    public record Bar(String name, double[] shares) {}

    public Bars {
        parts = List.copyOf(parts);
        bars = List.copyOf(bars);
    }

    public String svg(String title) {
        StringBuilder svg = new StringBuilder(Svg.open(WIDTH, LEGEND + STEP * bars.size(), title));
        for (int part = 0; part < parts.size(); part++) {
            double x = LEFT + part * 110;
            svg.append(Svg.dot(x + 5, 10, 5, Palette.css(Palette.label(part))))
                    .append(Svg.words(x + 16, 14, "start", parts.get(part)));
        }
        for (int i = 0; i < bars.size(); i++) {
            double y = LEGEND + i * STEP;
            svg.append(Svg.words(LEFT - 10, y + 15, "end", bars.get(i).name()));
            append(svg, bars.get(i).shares(), y);
        }
        return svg.append("</svg>").toString();
    }

    private static void append(StringBuilder svg, double[] shares, double y) {
        double x = LEFT;
        for (int part = 0; part < shares.length; part++) {
            double width = (WIDTH - LEFT) * shares[part];
            svg.append(Svg.bar(x, y, width - 1, BAR, Palette.css(Palette.label(part))));
            if (width > 34) {
                svg.append("<text class=\"inside\" x=\"")
                        .append(Markup.number(x + width / 2))
                        .append("\" y=\"")
                        .append(Markup.number(y + 14))
                        .append("\" text-anchor=\"middle\">")
                        .append(Grid.share(shares[part]))
                        .append("</text>");
            }
            x += width;
        }
    }
}
