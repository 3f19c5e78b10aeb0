package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.Lines;
import dev.kintsugi.gallery.Lines.Curve;
import dev.kintsugi.gallery.Page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** How the terms of the objective fell, pass by pass. */
final class TrainingChapter implements Chapter {

    @Override
    public Optional<Section> of(Study study) {
        List<Map<?, ?>> points =
                points(study.model().bundle().manifest().quality().get("training"));
        TreeSet<String> terms = new TreeSet<>();
        points.forEach(point -> point.keySet().forEach(key -> terms.add(String.valueOf(key))));
        terms.remove("pass");
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder("<div class=\"charts\">");
        for (String term : terms) {
            double[] values = points.stream()
                    .filter(point -> point.get(term) instanceof Number)
                    .mapToDouble(point -> ((Number) point.get(term)).doubleValue())
                    .toArray();
            if (values.length > 0) {
                html.append("<figure>")
                        .append(new Lines("pass", List.of(new Curve(term, values))).svg(term))
                        .append("</figure>");
            }
        }
        return Optional.of(new Section(
                "training",
                "Training",
                "The loss on validation data and the weighted terms of the objective, per observation, after each pass.",
                html.append("</div>").toString()));
    }

    private static List<Map<?, ?>> points(Object recorded) {
        List<Map<?, ?>> points = new ArrayList<>();
        if (recorded instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> point) {
                    points.add(point);
                }
            }
        }
        return points;
    }
}
