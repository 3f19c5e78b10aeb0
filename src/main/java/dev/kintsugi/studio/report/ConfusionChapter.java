package dev.kintsugi.studio.report;

import dev.kintsugi.evaluate.metrics.Confusion;
import dev.kintsugi.gallery.Grid;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is taken for what, from each side and from all. */
final class ConfusionChapter implements Chapter {
    @Override
    public Optional<Section> of(Study study) {
        if (study.model().architecture().labelled().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder("<div class=\"charts\">");
        for (Part.Sensed part : study.parts()) {
            html.append(figure(study, part.name() + " alone", Set.of(part.name())));
        }
        if (study.parts().size() > 1) {
            html.append(figure(study, "all sides", study.all()));
        }
        return Optional.of(new Section(
                "confusion",
                "What is taken for what",
                "A row for each true label, a column for each that the model told.",
                html.append("</div>").toString()));
    }

    private static String figure(Study study, String title, Set<String> sides) {
        List<String> truth = study.things().stream()
                .map(thing -> study.classes().get(thing.label()))
                .toList();
        List<String> said = study.posteriors(study.things(), sides, Request.nothing()).stream()
                .map(posterior -> study.reader().of(posterior).label())
                .toList();
        Confusion confusion = Confusion.of(study.classes(), truth, said);
        return "<figure class=\"wide\">"
                + new Grid("true \\ told", study.classes(), study.classes(), confusion.counts()).html() + "<figcaption>"
                + title + ": " + Percent.of(confusion.accuracy()) + " right</figcaption></figure>";
    }
}
