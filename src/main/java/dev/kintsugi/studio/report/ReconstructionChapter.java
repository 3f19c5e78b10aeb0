package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.ContactSheet;
import dev.kintsugi.gallery.ContactSheet.Row;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Things put through the model and out again. */
final class ReconstructionChapter implements Chapter {
    private static final Request AGAIN = new Request(Request.Draw.NOTHING, 0, true);

    @Override
    public Optional<Section> of(Study study) {
        StringBuilder html = new StringBuilder();
        for (Part.Sensed part : study.parts()) {
            List<Row> rows = new ArrayList<>();
            List<Thing> things = study.oneOfEach();
            rows.add(Sheets.row("true", false, part, rows(things, part)));
            rows.add(Sheets.row("alone", true, part, again(study, things, part, Set.of(part.name()))));
            if (study.parts().size() > 1) {
                rows.add(Sheets.row("of all", true, part, again(study, things, part, study.all())));
            }
            html.append("<h3>").append(part.name()).append("</h3>");
            html.append(Sheets.html(new ContactSheet(rows), "reconstructions of " + part.name()));
        }
        return Optional.of(new Section(
                "reconstructions",
                "Reconstructions",
                "Encoded and decoded again: from this side alone, and from all sides together.",
                html.toString()));
    }

    static List<float[]> rows(List<Thing> things, Part.Sensed part) {
        return things.stream().map(thing -> thing.rows().get(part.name())).toList();
    }

    static List<float[]> again(Study study, List<Thing> things, Part.Sensed part, Set<String> sides) {
        return study.posteriors(things, sides, AGAIN).stream()
                .map(posterior -> posterior.decoded().get(part.name()).get(0))
                .toList();
    }
}
