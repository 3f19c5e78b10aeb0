package dev.kintsugi.studio.report;

import dev.kintsugi.gallery.Bars;
import dev.kintsugi.gallery.Bars.Bar;
import dev.kintsugi.gallery.Page.Section;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which side a model listens to when it has all. */
final class AttentionChapter implements Chapter {
    @Override
    public Optional<Section> of(Study study) {
        List<String> parts = Stream.concat(
                        Stream.of("prior"), study.parts().stream().map(part -> part.name()))
                .toList();
        List<Posterior> posteriors = study.posteriors(study.things(), study.all(), Request.nothing());
        List<Bar> bars = new ArrayList<>();
        bars.add(bar("all", parts, posteriors));
        for (int label = 0; label < study.classes().size(); label++) {
            int wanted = label;
            List<Posterior> some = IntStream.range(0, posteriors.size())
                    .filter(i -> study.things().get(i).label() == wanted)
                    .mapToObj(posteriors::get)
                    .toList();
            if (!some.isEmpty()) {
                bars.add(bar(study.classes().get(label), parts, some));
            }
        }
        return Optional.of(new Section(
                "attention",
                "Attention",
                "The share of each side, and of the prior, in what the model concludes when it has all sides: their share of"
                        + " the joint precision, over all things and by label.",
                new Bars(parts, bars).svg("attention shares")));
    }

    private static Bar bar(String name, List<String> parts, List<Posterior> posteriors) {
        double[] shares = new double[parts.size()];
        for (Posterior posterior : posteriors) {
            for (int i = 0; i < shares.length; i++) {
                shares[i] += posterior.attention().getOrDefault(parts.get(i), 0f) / posteriors.size();
            }
        }
        return new Bar(name, shares);
    }
}
