package dev.kintsugi.gallery;

import java.util.List;
import java.util.Locale;

/**
 * A table of counts, each cell the deeper in colour the greater its share of its row.
 *
 * @param corner what the rows and the columns are
 */
public record Grid(String corner, List<String> rows, List<String> columns, long[][] counts) {

    public Grid {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /** As a table of HTML, which can be copied from. */
    public String html() {
        StringBuilder html = new StringBuilder("<table class=\"grid\"><thead><tr><th>");
        html.append(Markup.text(corner)).append("</th>");
        columns.forEach(
                column -> html.append("<th>").append(Markup.text(column)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < counts.length; row++) {
            html.append("<tr><th>").append(Markup.text(rows.get(row))).append("</th>");
            long sum = Math.max(1, java.util.Arrays.stream(counts[row]).sum());
            for (long count : counts[row]) {
                html.append(cell(count, (double) count / sum));
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static String cell(long count, double share) {
        // The square root lets rare mistakes be seen.
        String depth = String.format(Locale.ROOT, "%.2f", Math.sqrt(share));
        return "<td style=\"--share:" + depth + "\">" + (count == 0 ? "" : count) + "</td>";
    }

    /** A share as people read it, such as 25 %. */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
