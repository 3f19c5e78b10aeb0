package dev.kintsugi.evaluate;

import dev.kintsugi.evaluate.metrics.Bootstrap;
import dev.kintsugi.evaluate.metrics.Confusion;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Request;
import java.util.ArrayList;
import java.util.List;

/** How often a model tells the class: from each part alone, and from all together. */
final class Accuracies {
    private static final int ROUNDS = 2_000;
    private final Examinee examinee;
    private final List<String> classes;

    Accuracies(Examinee examinee, List<String> classes) {
        this.examinee = examinee;
        this.classes = classes;
    }

    /** Accuracy and F1 of samples, under a name such as image or fused. */
    List<Figure> of(String name, List<Sample> samples) {
        Confusion confusion = confusion(samples);
        return List.of(
                Figure.of("accuracy." + name, interval(samples)),
                Figure.of("accuracy.f1_" + name, confusion.macroF1()));
    }

    /** The accuracy alone, under its whole name. */
    Figure figure(String name, List<Sample> samples) {
        return Figure.of(name, interval(samples));
    }

    Confusion confusion(List<Sample> samples) {
        List<String> truth = new ArrayList<>();
        List<String> said = new ArrayList<>();
        int[] told = told(samples);
        for (int i = 0; i < told.length; i++) {
            truth.add(classes.get(samples.get(i).label()));
            said.add(classes.get(told[i]));
        }
        return Confusion.of(classes, truth, said);
    }

    private dev.kintsugi.evaluate.metrics.Interval interval(List<Sample> samples) {
        int[] told = told(samples);
        double[] right = new double[told.length];
        int[] groups = new int[told.length];
        for (int i = 0; i < told.length; i++) {
            right[i] = told[i] == samples.get(i).label() ? 1 : 0;
            groups[i] = samples.get(i).group();
        }
        return new Bootstrap(ROUNDS, examinee.seed()).mean(right, groups);
    }

    private int[] told(List<Sample> samples) {
        Part.Labelled label = examinee.label().orElseThrow();
        List<Posterior> posteriors = examinee.infer(samples, Request.nothing());
        return posteriors.stream()
                .mapToInt(posterior -> posterior.guess(label.name()))
                .toArray();
    }
}
