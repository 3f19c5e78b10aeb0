package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.ContactSheet;
import dev.kintsugi.gallery.ContactSheet.Row;
import dev.kintsugi.gallery.ContactSheet.Tile;
import dev.kintsugi.gallery.Markup;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.studio.Prints;
import java.util.List;
import java.util.stream.IntStream;

/** Contact sheets within a page, which can be scrolled where they are wider than it. */
final class Sheets {
    private Sheets() {}

    static String html(ContactSheet sheet, String description) {
        return "<div class=\"wide\">" + Markup.picture(sheet.print(), description) + "</div>";
    }

    static Row row(String title, boolean made, Part.Sensed part, List<float[]> values) {
        return row(title, made, part, values, List.of());
    }

    /** @param captions one for each, or none */
    static Row row(String title, boolean made, Part.Sensed part, List<float[]> values, List<String> captions) {
        return new Row(
                title,
                made,
                IntStream.range(0, values.size())
                        .mapToObj(i ->
                                new Tile(Prints.of(part, values.get(i)), captions.isEmpty() ? "" : captions.get(i)))
                        .toList());
    }
}
