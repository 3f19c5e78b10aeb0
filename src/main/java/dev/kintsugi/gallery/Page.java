package dev.kintsugi.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page of HTML that needs nothing but itself. It is well-formed XML as well.
 *
 * @param lead what stands below the title, as HTML
 */
public record Page(String title, String lead, List<Section> sections) {

    /**
     * @param id what links lead to
     * @param words what is to be seen, as HTML
     */
    public record Section(String id, String title, String words, String content) {}

    public Page {
        sections = List.copyOf(sections);
    }

    public String html() {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .append("<title>")
                .append(Markup.text(title))
                .append("</title><style>")
                .append(style())
                .append("</style></head><body><header><h1>")
                .append(Markup.text(title))
                .append("</h1>")
                .append(SEAM)
                .append(lead)
                .append("<nav>");
        sections.forEach(section -> html.append("<a href=\"#")
                .append(section.id())
                .append("\">")
                .append(Markup.text(section.title()))
                .append("</a>"));
        html.append("</nav></header><main>\n");
        sections.forEach(section -> append(html, section));
        return html.append("</main></body></html>\n").toString();
    }

    private static void append(StringBuilder html, Section section) {
        html.append("<section id=\"")
                .append(section.id())
                .append("\"><h2>")
                .append(Markup.text(section.title()))
                .append("</h2><p class=\"lede\">")
                .append(section.words())
                .append("</p>")
                .append(section.content())
                .append("</section>\n");
    }

    /** The golden seam. */
    private static final String SEAM = "<svg class=\"seam\" viewBox=\"0 0 600 12\" preserveAspectRatio=\"none\""
            + " aria-hidden=\"true\"><polyline points=\"0,7 46,5 92,9 120,3 171,8 233,4 262,9 330,6 371,2 402,8 468,5"
            + " 511,9 560,4 600,6\"/></svg>";

    private static String style() {
        try (InputStream file = Page.class.getResourceAsStream("page.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("page.css is part of the program", e);
        }
    }
}
