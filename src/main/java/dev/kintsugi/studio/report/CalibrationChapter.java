package dev.kintsugi.studio.report;

import dev.kintsugi.evaluate.metrics.Calibration;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.gallery.Reliability;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Restored;
import dev.kintsugi.studio.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether restorations are right as often as their confidence says. */
final class CalibrationChapter implements Chapter {
    private static final int BINS = 12;

    @Override
    public Optional<Section> of(Study study) {
        if (study.parts().size() < 2 || study.model().architecture().labelled().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder("<div class=\"charts\">");
        boolean judged = true;
        for (Part.Sensed from : study.parts()) {
            for (Part.Sensed to : study.parts()) {
                if (!from.equals(to)) {
                    html.append(figure(study, from, to));
                    judged &= study.isJudged(to);
                }
            }
        }
        return Optional.of(new Section(
                "calibration",
                "Calibration",
                "Restorations by their confidence, and how often they were right: on the dashed line, confidence can be taken"
                        + " at its word. Larger points stand for more. " + (judged ? JUDGED : READ_BY_ITSELF),
                html.append("</div>").toString()));
    }

    private static final String JUDGED =
            "What a restoration shows was told by judges, networks that share nothing with the model.";
    private static final String READ_BY_ITSELF = "There was no judge for some parts: what these restorations show was"
            + " read by the model itself, which flatters it.";

    private static String figure(Study study, Part.Sensed from, Part.Sensed to) {
        List<Restored.Side> sides = study.restored(from).stream()
                .map(whole -> whole.sides().get(to.name()))
                .toList();
        int[] shown = shown(study, to, sides.stream().map(Restored.Side::values).toList());
        double[] confidences =
                sides.stream().mapToDouble(Restored.Side::confidence).toArray();
        boolean[] right = new boolean[shown.length];
        int good = 0;
        for (int i = 0; i < shown.length; i++) {
            right[i] = shown[i] == study.things().get(i).label();
            good += right[i] ? 1 : 0;
        }
        Calibration calibration = Calibration.equalMass(confidences, right, Math.min(BINS, shown.length));
        Reliability chart = new Reliability(calibration.bins().stream()
                .map(bin -> new Reliability.Bin(bin.count(), bin.confidence(), bin.accuracy()))
                .toList());
        String title = from.name() + " → " + to.name();
        Map<String, String> facts = new TreeMap<>();
        facts.put("right", Percent.of((double) good / right.length));
        facts.put("expected calibration error", String.format(Locale.ROOT, "%.3f", calibration.expectedError()));
        return "<figure>" + chart.svg(title) + "<figcaption>" + title + "</figcaption>" + Facts.of(facts) + "</figure>";
    }

    private static int[] shown(Study study, Part.Sensed part, List<float[]> values) {
        return study.isJudged(part)
                ? study.judged(part, values)
                : study.reader().of(part, values).stream()
                        .mapToInt(Reading::number)
                        .toArray();
    }
}
