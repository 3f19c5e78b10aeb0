package dev.kintsugi.learn;

import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.Weights;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.bundle.Manifest;
import dev.kintsugi.mvae.bundle.Provenance;
import dev.kintsugi.mvae.train.Progress;
import dev.kintsugi.mvae.train.Trainer;
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
                recipe.architecture(), corpus.training(seed), recipe.observations(), seed, Optional.of(Voice.USUAL));
        Weights weights = new Trainer(recipe.architecture(), settings, Optional.of(checkpoint), listener, nanoTime)
                .train(lessons, validation(VALIDATION), Optional.empty());
        Manifest manifest = Manifest.of(recipe.architecture(), senses.preprocessing(), provenance);
        return named(Bundle.of(manifest, weights));
    }

    private Bundle named(Bundle bundle) {
        if (bundle.manifest().architecture().prior() instanceof Prior.Normal) {
            return bundle;
        }
        Lessons validation = validation(VALIDATION);
        List<String> labels =
                IntStream.range(0, VALIDATION).mapToObj(validation::label).toList();
        return bundle.with(bundle.manifest().withClusters(Naming.of(bundle, validation, labels)));
    }

    /** The same pairs for every training. */
    Lessons validation(int size) {
        return new Lessons(recipe.architecture(), corpus.validation(0), size, 0, Optional.empty());
    }
}
