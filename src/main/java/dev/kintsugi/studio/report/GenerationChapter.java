package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.ContactSheet;
import dev.kintsugi.gallery.ContactSheet.Row;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.studio.Imagination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Things that never were: by label, and of any kind. */
final class GenerationChapter implements Chapter {
    private static final int COLUMNS = 10;
    private static final int FEWER = 7;

    private final long seed;

    GenerationChapter(long seed) {
        this.seed = seed;
    }

    @Override
    public Optional<Section> of(Study study) {
        StringBuilder html = new StringBuilder();
        boolean labelled = !study.model().architecture().labelled().isEmpty();
        for (Part.Sensed part : study.parts()) {
            html.append("<h3>").append(part.name()).append("</h3>");
            List<Row> rows = labelled ? byLabel(study, part) : ofAnyKind(study, part);
            html.append(Sheets.html(new ContactSheet(rows), "generated " + part.name()));
            if (part.kind() == Part.Kind.AUDIO) {
                html.append(voices(study, part, labelled));
            }
        }
        return Optional.of(new Section(
                "generated",
                "Generated",
                labelled
                        ? "Drawn for each label: from the label's expert, with private parts drawn anew each time."
                        : "Drawn from the prior.",
                html.toString()));
    }

    private List<Row> byLabel(Study study, Part.Sensed part) {
        return study.classes().stream()
                .map(label -> Sheets.row(label, true, part, values(study, part, Optional.of(label), columns(part))))
                .toList();
    }

    private List<Row> ofAnyKind(Study study, Part.Sensed part) {
        List<float[]> all = values(study, part, Optional.empty(), COLUMNS * columns(part));
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < all.size(); from += columns(part)) {
            rows.add(Sheets.row("", true, part, all.subList(from, from + columns(part))));
        }
        return rows;
    }

    /** One of each label, or the first ten, to listen to. */
    private String voices(Study study, Part.Sensed part, boolean labelled) {
        StringBuilder html = new StringBuilder("<div class=\"cards narrow sounds\">");
        List<float[]> any = labelled ? List.of() : values(study, part, Optional.empty(), COLUMNS);
        List<String> words = labelled
                ? study.classes()
                : IntStream.rangeClosed(1, COLUMNS).mapToObj(Integer::toString).toList();
        for (int i = 0; i < words.size(); i++) {
            float[] values =
                    labelled ? values(study, part, Optional.of(words.get(i)), 1).get(0) : any.get(i);
            html.append(Voices.of(words.get(i), study.file(part, values)));
        }
        return html.append("</div>").toString();
    }

    private List<float[]> values(Study study, Part.Sensed part, Optional<String> label, int count) {
        return new Imagination(study.model(), part.name(), label, seed).values(0, count);
    }

    private static int columns(Part.Sensed part) {
        return part.kind() == Part.Kind.AUDIO ? FEWER : COLUMNS;
    }
}
