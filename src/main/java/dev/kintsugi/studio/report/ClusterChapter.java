package dev.kintsugi.studio.report;

import dev.kintsugi.evaluate.metrics.Clustering;
import dev.kintsugi.gallery.Grid;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which labels the components of the prior found. */
final class ClusterChapter implements Chapter {
    @Override
    public Optional<Section> of(Study study) {
        List<Posterior> posteriors = study.posteriors(study.things(), study.all(), Request.nothing());
        int components = posteriors.get(0).responsibilities().length;
        if (components < 2) {
            return Optional.empty();
        }
        int[] found = posteriors.stream().mapToInt(Posterior::component).toArray();
        int[] labels = study.labels();
        long[][] counts = new long[components][study.classes().size()];
        for (int i = 0; i < found.length; i++) {
            counts[found[i]][labels[i]]++;
        }
        List<String> names = IntStream.range(0, components)
                .mapToObj(component -> name(study, component))
                .toList();
        Clustering clustering = new Clustering(labels, found);
        return Optional.of(new Section(
                "clusters",
                "Clusters",
                "A row for each component of the prior, with the label that it is known by, and a column for each true"
                        + " label. Each thing counts for the component that is most responsible for it, seen from all"
                        + " sides.",
                "<div class=\"wide\">" + new Grid("component \\ true", names, study.classes(), counts).html() + "</div>"
                        + facts(clustering)));
    }

    private static String name(Study study, int component) {
        Object known = study.model().bundle().manifest().clusters().get(Integer.toString(component));
        return known instanceof Map<?, ?> cluster && cluster.get("label") != null
                ? component + " · " + cluster.get("label")
                : Integer.toString(component);
    }

    private static String facts(Clustering clustering) {
        return Facts.of(Map.of(
                "accuracy, components matched with labels",
                Percent.of(clustering.accuracy()),
                "normalised mutual information",
                String.format(Locale.ROOT, "%.3f", clustering.nmi()),
                "adjusted Rand index",
                String.format(Locale.ROOT, "%.3f", clustering.ari())));
    }
}
