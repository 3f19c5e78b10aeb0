package dev.kintsugi.evaluate;

import dev.kintsugi.evaluate.metrics.Clustering;
import dev.kintsugi.evaluate.metrics.Silhouette;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Request;
import java.util.List;

/** How well the components of the prior find the classes. */
final class Clusters {
    private final Examinee examinee;

    Clusters(Examinee examinee) {
        this.examinee = examinee;
    }

    /** Under a name such as image or joint; nothing where the prior has one component. */
    List<Figure> of(String name, List<Sample> samples) {
        List<Posterior> posteriors = examinee.infer(samples, Request.nothing());
        int components = posteriors.get(0).responsibilities().length;
        if (components < 2) {
            return List.of();
        }
        int[] found = posteriors.stream().mapToInt(Posterior::component).toArray();
        Clustering clustering =
                new Clustering(samples.stream().mapToInt(Sample::label).toArray(), found);
        float[][] means = posteriors.stream().map(each -> each.shared().mean()).toArray(float[][]::new);
        String prefix = "clusters." + name + ".";
        return List.of(
                Figure.of(prefix + "acc", clustering.accuracy()),
                Figure.of(prefix + "nmi", clustering.nmi()),
                Figure.of(prefix + "ari", clustering.ari()),
                Figure.of(prefix + "silhouette", Silhouette.simplified(means, found, components)));
    }
}
