package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.Neighbourhoods;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.gallery.Scatter;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Request;
import dev.kintsugi.studio.Latents;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where things lie in the shared part, seen from each side and from all. */
final class LatentChapter implements Chapter {
    private static final int SIDE = 320;
    private static final int MOST = 600;
    private final long seed;

    LatentChapter(long seed) {
        this.seed = seed;
    }

    @Override
    public Optional<Section> of(Study study) {
        StringBuilder html = new StringBuilder("<div class=\"charts\">");
        for (Part.Sensed part : study.parts()) {
            html.append(figure(study, part.name() + " alone", Set.of(part.name())));
        }
        if (study.parts().size() > 1) {
            html.append(figure(study, "all sides", study.all()));
        }
        return Optional.of(new Section(
                "latents",
                "Latent space",
                "The means of the shared part, laid out by t-SNE: near ones stay near each other, distances between groups"
                        + " mean little. Coloured by the true label.",
                html.append("</div>").toString()));
    }

    private String figure(Study study, String title, Set<String> sides) {
        List<Thing> some =
                study.things().subList(0, Math.min(MOST, study.things().size()));
        double[][] points = study.posteriors(some, sides, Request.nothing()).stream()
                .map(posterior -> Latents.wide(posterior.shared().mean()))
                .toArray(double[][]::new);
        int[] labels = some.stream().mapToInt(Thing::label).toArray();
        Scatter scatter = new Scatter(Neighbourhoods.places(points, seed), labels, study.classes());
        return "<figure>" + scatter.svg("t-SNE of " + title, SIDE) + "<figcaption>" + title + "</figcaption></figure>";
    }
}
