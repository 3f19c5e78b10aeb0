package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.Markup;
import java.util.Map;
import java.util.TreeMap;

/** A few figures, each with what it is. */
final class Facts {
    private Facts() {}

    /** By what they are. */
    static String of(Map<String, String> figures) {
        StringBuilder html = new StringBuilder("<div class=\"facts\">");
        new TreeMap<>(figures)
                .forEach((what, figure) -> html.append("<div><b>")
                        .append(Markup.text(figure))
                        .append("</b><span>")
                        .append(Markup.text(what))
                        .append("</span></div>"));
        return html.append("</div>").toString();
    }
}
