package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.Markup;
import dev.kintsugi.gallery.Page.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code kintsugi evaluate} measured.
 *
 * @param figures by name, as its file has them; {@code intervals} holds a low and a high by name
 */
record FiguresChapter(Map<String, Object> figures) implements Chapter {

    @Override
    public Optional<Section> of(Study study) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table class=\"list\"><thead><tr><th>measure</th>"
                + "<th>value</th><th>95 % interval</th></tr></thead><tbody>");
        figures.forEach((name, value) -> {
            if (!name.equals("intervals")) {
                html.append("<tr><td><code>")
                        .append(Markup.text(name))
                        .append("</code></td><td>")
                        .append(Markup.text(shown(value)))
                        .append("</td><td>")
                        .append(interval(name))
                        .append("</td></tr>");
            }
        });
        return Optional.of(new Section(
                "figures",
                "Figures",
                "As kintsugi evaluate measured them on test data.",
                html.append("</tbody></table></div>").toString()));
    }

    private String interval(String name) {
        return figures.get("intervals") instanceof Map<?, ?> intervals
                        && intervals.get(name) instanceof List<?> ends
                        && ends.size() == 2
                ? Markup.text(shown(ends.get(0)) + " to " + shown(ends.get(1)))
                : "";
    }

    private static String shown(Object value) {
        return value instanceof Double || value instanceof Float
                ? String.format(Locale.ROOT, "%.4f", ((Number) value).doubleValue())
                : String.valueOf(value);
    }
}
