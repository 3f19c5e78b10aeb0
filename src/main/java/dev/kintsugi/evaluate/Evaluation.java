package dev.kintsugi.evaluate;

import dev.kintsugi.evaluate.Coherence.Direction;
import dev.kintsugi.evaluate.Coherence.Published;
import dev.kintsugi.evaluate.metrics.Auroc;
import dev.kintsugi.evaluate.metrics.Calibration;
import dev.kintsugi.evaluate.metrics.Liveliness;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All that is measured of a model on test data. */
public final class Evaluation {
    private static final int BINS = 15;

    /**
     * How thoroughly to measure.
     *
     * @param samples of each restoration
     * @param pairs drawn for what needs all sides
     * @param draws from the prior
     * @param importance samples of each posterior for a likelihood
     * @param likelihoods examples that likelihoods are averaged over
     */
    public record Settings(int samples, int pairs, int draws, int importance, int likelihoods, long seed) {
        public static final Settings FULL = new Settings(10, 10_000, 10_000, 64, 500, 1);
    }

    private final Examinee examinee;
    private final TestData data;
    private final Readers readers;
    private final Trust trust;
    private final Settings settings;
    private final Consumer<String> progress;
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, List<Published>> published = new TreeMap<>();

    /** @param progress is told what is measured next */
    public Evaluation(Bundle bundle, TestData data, Readers readers, Settings settings, Consumer<String> progress) {
        this.examinee = new Examinee(bundle, settings.seed());
        this.data = data;
        this.readers = readers;
        this.trust = Trust.of(bundle.manifest().references());
        this.settings = settings;
        this.progress = progress;
    }

    /** Measures everything that this model and these judges allow. */
    public List<Figure> figures() {
        List<Sample> pairs = data.pairs(settings.pairs(), settings.seed());
        accuracies(pairs);
        judges();
        coherences();
        calibration();
        liveliness();
        clusters(pairs);
        likelihoods(pairs);
        return List.copyOf(figures);
    }

    /**
     * What a voice that the model never heard comes out as.
     *
     * @param prefix of the figures' names
     * @param unheard examples of all parts, of which only those by these voices are looked at
     */
    public List<Figure> unseen(String prefix, TestData unheard, List<String> voices) {
        List<Figure> unseen = new ArrayList<>();
        for (Part.Sensed part : examinee.sensed()) {
            List<Sample> samples = unheard.of(part.name()).stream()
                    .filter(sample -> sample.voice().filter(voices::contains).isPresent())
                    .toList();
            if (!samples.isEmpty() && examinee.label().isPresent()) {
                unseen.add(
                        new Accuracies(examinee, data.classes()).figure(prefix + "accuracy." + part.name(), samples));
                for (Part.Sensed to : examinee.sensed()) {
                    if (to != part && readers.reads(to.name())) {
                        String name = prefix + "coherence." + part.name() + "_to_" + to.name();
                        unseen.addAll(
                                coherence().of(name, to.name(), samples, trust).figures());
                    }
                }
            }
        }
        return unseen;
    }

    private void accuracies(List<Sample> pairs) {
        if (examinee.label().isEmpty()) {
            return;
        }
        Accuracies accuracies = new Accuracies(examinee, data.classes());
        for (Part.Sensed part : examinee.sensed()) {
            progress.accept("accuracy of " + part.name());
            figures.addAll(accuracies.of(part.name(), data.of(part.name())));
        }
        if (examinee.sensed().size() > 1) {
            progress.accept("accuracy of all sides");
            figures.addAll(accuracies.of("fused", pairs));
        }
    }

    /** What the judges say of a model that restores without any fault. */
    private void judges() {
        for (Part.Sensed part : examinee.sensed()) {
            if (readers.reads(part.name())) {
                progress.accept("judge of " + part.name());
                List<Sample> samples = data.of(part.name());
                int[] read = readers.read(
                        part.name(),
                        samples.stream()
                                .map(each -> each.rows().get(part.name()))
                                .toList());
                int right = 0;
                for (int i = 0; i < read.length; i++) {
                    right += read[i] == samples.get(i).label() ? 1 : 0;
                }
                figures.add(Figure.of("judges." + part.name(), (double) right / read.length));
            }
        }
    }

    private void coherences() {
        for (Part.Sensed from : examinee.sensed()) {
            for (Part.Sensed to : examinee.sensed()) {
                if (from != to && readers.reads(to.name())) {
                    progress.accept("restoring " + to.name() + " from " + from.name());
                    String name = "coherence." + from.name() + "_to_" + to.name();
                    Direction direction = coherence().of(name, to.name(), data.of(from.name()), trust);
                    figures.addAll(direction.figures());
                    published
                            .computeIfAbsent(to.name(), part -> new ArrayList<>())
                            .addAll(direction.restorations());
                }
            }
        }
        boolean judged = examinee.sensed().stream().allMatch(part -> readers.reads(part.name()));
        if (examinee.sensed().size() > 1 && judged) {
            progress.accept("imagining all sides");
            figures.addAll(new Imagination(examinee, readers).figures(settings.draws(), settings.samples()));
        }
    }

    private Coherence coherence() {
        return new Coherence(examinee, readers, settings.samples());
    }

    /** Each direction weighs as much as its restorations are many. */
    private void calibration() {
        List<Published> all = published.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return;
        }
        double[] confidences = all.stream().mapToDouble(Published::confidence).toArray();
        boolean[] right = new boolean[confidences.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = all.get(i).right();
        }
        figures.add(Figure.of("calibration.auroc", Auroc.of(confidences, right)));
        figures.add(Figure.of(
                "calibration.ece",
                Calibration.equalMass(confidences, right, BINS).expectedError()));
    }

    /** Beside what is real: 1 is as sharp, and as varied within a class. */
    private void liveliness() {
        published.forEach((part, restorations) -> {
            Part.Sensed shape =
                    (Part.Sensed) examinee.inference().architecture().part(part).orElseThrow();
            List<Sample> samples = data.of(part);
            float[][] real = samples.stream().map(each -> each.rows().get(part)).toArray(float[][]::new);
            float[][] made = restorations.stream().map(Published::values).toArray(float[][]::new);
            int[] realLabels = samples.stream().mapToInt(Sample::label).toArray();
            int[] madeLabels = restorations.stream().mapToInt(Published::label).toArray();
            figures.add(Figure.of(
                    "sharpness." + part,
                    Liveliness.sharpness(made, shape.width()) / Liveliness.sharpness(real, shape.width())));
            figures.add(Figure.of(
                    "diversity." + part,
                    Liveliness.diversity(made, madeLabels) / Liveliness.diversity(real, realLabels)));
        });
    }

    private void clusters(List<Sample> pairs) {
        progress.accept("clusters");
        Clusters clusters = new Clusters(examinee);
        for (Part.Sensed part : examinee.sensed()) {
            figures.addAll(clusters.of(part.name(), data.of(part.name())));
        }
        if (examinee.sensed().size() > 1) {
            figures.addAll(clusters.of("joint", pairs));
        }
    }

    private void likelihoods(List<Sample> pairs) {
        progress.accept("likelihoods");
        Likelihood likelihood = new Likelihood(examinee, settings.importance());
        List<Sample> few = pairs.subList(0, Math.min(settings.likelihoods(), pairs.size()));
        Map<String, Double> alone = new TreeMap<>();
        for (Part.Sensed part : examinee.sensed()) {
            List<Sample> samples =
                    few.stream().map(sample -> sample.only(part.name())).toList();
            alone.put(part.name(), likelihood.mean(samples));
        }
        alone.forEach((part, nats) -> figures.add(Figure.of("nll." + part, nats)));
        if (alone.size() > 1) {
            double joint = likelihood.mean(few);
            figures.add(Figure.of("nll.joint", joint));
            if (alone.size() == 2) {
                List<String> parts = List.copyOf(alone.keySet());
                conditional(parts.get(0), parts.get(1), joint, alone);
                conditional(parts.get(1), parts.get(0), joint, alone);
            }
        }
    }

    private void conditional(String of, String given, double joint, Map<String, Double> alone) {
        figures.add(Figure.of("nll." + of + "_given_" + given, joint - alone.get(given)));
    }
}
