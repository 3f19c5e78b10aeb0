package dev.kintsugi.gallery;

import java.util.List;

/** What was said of being right beside how often it was so. */
public record Reliability(List<Bin> bins) {
    private static final int SIDE = 300;
    private static final int LEFT = 44;
    private static final int BOTTOM = 40;
    private static final int TOP = 12;
    private static final int PLOT = SIDE - LEFT - 22;

    /** Answers of about one confidence: how many, their mean confidence, and the share that was right. */
    public record Bin(long count, double said, double right) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    public String svg(String title) {
        StringBuilder svg = new StringBuilder(Svg.open(SIDE, TOP + PLOT + BOTTOM, title));
        for (int tick = 0; tick <= 4; tick++) {
            double share = tick / 4.;
            svg.append(Svg.line("grid", x(0), y(share), x(1), y(share)))
                    .append(Svg.words(LEFT - 6, y(share) + 4, "end", Grid.share(share)))
                    .append(Svg.words(x(share), TOP + PLOT + 16, "middle", Grid.share(share)));
        }
        svg.append(Svg.line("axis", x(0), y(0), x(1), y(1)))
                .append(Svg.words(x(.5), TOP + PLOT + 34, "middle", "confidence, and how often it was right"));
        long all = bins.stream().mapToLong(Bin::count).sum();
        for (Bin bin : bins) {
            double radius = 3 + 9 * Math.sqrt((double) bin.count() / Math.max(1, all));
            svg.append("<g><title>")
                    .append(Markup.text(String.format(
                            "%d restorations, said %.3f, right %.3f", bin.count(), bin.said(), bin.right())))
                    .append("</title>")
                    .append(Svg.dot(x(bin.said()), y(bin.right()), radius, Palette.css(Palette.GOLD)))
                    .append("</g>");
        }
        return svg.append("</svg>").toString();
    }

    private static double x(double share) {
        return LEFT + PLOT * share;
    }

    private static double y(double share) {
        return TOP + PLOT * (1 - share);
    }
}
