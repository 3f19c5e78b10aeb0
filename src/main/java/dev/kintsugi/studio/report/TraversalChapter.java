package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.ContactSheet;
import dev.kintsugi.gallery.ContactSheet.Row;
import dev.kintsugi.gallery.ContactSheet.Tile;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.studio.Latents;
import dev.kintsugi.studio.Prints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Single numbers of the latent moved from end to end, all others kept. */
final class TraversalChapter implements Chapter {
    private static final int STEPS = 9;
    private static final double REACH = 2.5;

    @Override
    public Optional<Section> of(Study study) {
        StringBuilder html = new StringBuilder();
        int shared = study.model().architecture().shared();
        for (Part.Sensed part : study.parts()) {
            float[] latent = Latents.of(
                    study.workspace(), part, study.oneOfEach().get(0).rows().get(part.name()));
            html.append("<h3>").append(part.name()).append("</h3><div class=\"charts halves\">");
            html.append(figure(study, part, latent, 0, shared, "shared"));
            if (part.privateSize() > 0) {
                html.append(figure(study, part, latent, shared, latent.length, "private"));
            }
            html.append("</div>");
        }
        return Optional.of(new Section(
                "traversals",
                "Traversals",
                "One number of the latent at a time, moved from -2.5 to 2.5 while all others stay: a row each. The shared"
                        + " ones say what it is, the private ones in which hand or voice.",
                html.toString()));
    }

    private static String figure(Study study, Part.Sensed part, float[] latent, int from, int to, String which) {
        List<Row> rows = new ArrayList<>();
        for (int unit = from; unit < to; unit++) {
            List<Tile> tiles = Latents.decoded(study.workspace(), part, moved(latent, unit)).stream()
                    .map(values -> new Tile(Prints.half(part, values), ""))
                    .toList();
            rows.add(new Row(which.charAt(0) + Integer.toString(unit - from + 1), true, tiles));
        }
        return "<figure>" + Sheets.html(new ContactSheet(rows), which + " numbers of " + part.name()) + "<figcaption>"
                + which + "</figcaption></figure>";
    }

    private static List<float[]> moved(float[] latent, int unit) {
        List<float[]> points = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            float[] point = latent.clone();
            point[unit] = (float) (-REACH + 2 * REACH * step / (STEPS - 1));
            points.add(point);
        }
        return points;
    }
}
