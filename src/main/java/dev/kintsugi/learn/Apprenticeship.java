package dev.kintsugi.learn;

import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.Weights;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.bundle.Manifest;
import dev.kintsugi.mvae.bundle.Provenance;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.train.Progress;
import dev.kintsugi.mvae.train.Trainer;
import dev.kintsugi.mvae.train.TrainingData;
import dev.kintsugi.mvae.train.TrainingSettings;
import dev.kintsugi.sense.Senses;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Trains a model on a corpus and writes its papers. */
public final class Apprenticeship {
    private static final int VALIDATION = 2_048;
    private static final int LIKENESSES = 20_000;
    private static final int GRAINS = 4_000;
    private static final int CONTRASTS = 2_000;

    private final Recipe recipe;
    private final Senses senses;
    private final Corpus corpus;
    private final LongSupplier nanoTime;

    public Apprenticeship(Recipe recipe, Senses senses, Corpus corpus, LongSupplier nanoTime) {
        this.recipe = recipe;
        this.senses = senses;
        this.corpus = corpus;
        this.nanoTime = nanoTime;
    }

    /**
     * @param checkpoint the file that a killed training goes on from
     * @throws dev.kintsugi.Fault when the training fails, or the checkpoint is of another one
     */
    public Bundle train(Path checkpoint, Progress.Listener listener, Provenance provenance) {
        TrainingSettings settings = recipe.settings();
        long seed = settings.seed();
        Lessons lessons = new Lessons(
                recipe.architecture(), corpus.training(seed), recipe.observations(), seed, Optional.of(Variety.USUAL));
        Weights weights = new Trainer(recipe.architecture(), settings, Optional.of(checkpoint), listener, nanoTime)
                .train(lessons, validation(VALIDATION), Optional.empty());
        Manifest manifest = Manifest.of(recipe.architecture(), senses.preprocessing(), provenance);
        return finished(Bundle.of(manifest, withNames(weights)));
    }

    /** Without any label, classes are found in any order. */
    private Weights withNames(Weights weights) {
        Optional<Part.Labelled> found = recipe.settings().guessed(recipe.architecture());
        if (found.isEmpty() || recipe.settings().labels() > 0) {
            return weights;
        }
        Lessons validation = validation(VALIDATION);
        return FoundClasses.named(
                recipe.architecture(),
                found.get(),
                weights,
                Naming.posteriors(Inference.of(recipe.architecture(), weights).workspace(), validation),
                labels(validation));
    }

    /** With what is found out of a model once its weights are what they will be. */
    public Bundle finished(Bundle bundle) {
        Lessons plain = new Lessons(
                recipe.architecture(),
                corpus.training(recipe.settings().seed()),
                recipe.observations(),
                0,
                Optional.empty());
        int count = Math.min(LIKENESSES, recipe.observations());
        Weights whole = bundle.weights()
                .with(Likenesses.of(bundle, plain, count))
                .with(Grains.of(bundle, plain, Math.min(GRAINS, count)));
        // Of pictures as they are drawn now, by their likenesses.
        Bundle drawing = Bundle.of(bundle.manifest(), whole);
        return named(
                Bundle.of(bundle.manifest(), whole.with(Contrasts.of(drawing, plain, Math.min(CONTRASTS, count)))));
    }

    private Bundle named(Bundle bundle) {
        if (bundle.manifest().architecture().prior() instanceof Prior.Normal) {
            return bundle;
        }
        Lessons validation = validation(VALIDATION);
        return bundle.with(bundle.manifest().withClusters(Naming.of(bundle, validation, labels(validation))));
    }

    private static List<String> labels(Lessons lessons) {
        return IntStream.range(0, lessons.size()).mapToObj(lessons::label).toList();
    }

    /** Pairs that nothing is learned from, the same for every training. */
    public TrainingData heldBack(int size) {
        return validation(size);
    }

    private Lessons validation(int size) {
        return new Lessons(recipe.architecture(), corpus.validation(0), size, 0, Optional.empty());
    }
}
