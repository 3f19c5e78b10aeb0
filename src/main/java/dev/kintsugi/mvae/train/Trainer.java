package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Weights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Trains from beginning to end, with checkpoints, and tells how far it has come. */
public final class Trainer {
    private static final int SAVE_EVERY = 500;

    private final Architecture architecture;
    private final TrainingSettings settings;
    private final Optional<Checkpoint> checkpoint;
    private final Progress.Listener listener;
    private final LongSupplier nanoTime;

    /** @param checkpoint the file that a killed training goes on from; deleted when the training is over */
    public Trainer(
            Architecture architecture,
            TrainingSettings settings,
            Optional<Path> checkpoint,
            Progress.Listener listener,
            LongSupplier nanoTime) {
        this.architecture = architecture;
        this.settings = settings;
        this.checkpoint = checkpoint.map(Checkpoint::new);
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /**
     * Trains, from where a checkpoint left it if there is one.
     *
     * @param held observations for validation, never trained on; may be none
     * @param start weights to begin with, where they are not to be drawn
     * @throws dev.kintsugi.Fault when the loss is no longer finite, or the checkpoint is of another training
     */
    public Weights train(TrainingData data, TrainingData held, Optional<Weights> start) {
        try (Training training = new Training(architecture, settings, data, held)) {
            start.ifPresent(training::startFrom);
            checkpoint.ifPresent(file -> file.load(training));
            long began = nanoTime.getAsLong();
            long firstStep = training.stepsDone();
            while (!training.isDone()) {
                training.step();
                save(training);
                double seconds = (nanoTime.getAsLong() - began) / 1e9;
                listener.progressed(progress(training, training.stepsDone() - firstStep, seconds));
                if (training.stepsDone() % training.stepsPerPass() == 0) {
                    int pass = (int) (training.stepsDone() / training.stepsPerPass());
                    listener.passed(pass, training.present());
                }
            }
            checkpoint.ifPresent(Checkpoint::delete);
            return training.weights();
        }
    }

    private void save(Training training) {
        long done = training.stepsDone();
        if (done % SAVE_EVERY == 0 || done % training.stepsPerPass() == 0) {
            checkpoint.ifPresent(file -> file.save(training));
        }
    }

    private Progress progress(Training training, long steps, double seconds) {
        long done = training.stepsDone();
        double left = (training.steps() - done) * seconds / steps;
        return new Progress(
                (int) ((done - 1) / training.stepsPerPass()) + 1,
                settings.passes(),
                done,
                training.steps(),
                training.terms(),
                training.best().latest(),
                training.learningRate(),
                steps * settings.batch() / seconds,
                Duration.ofMillis((long) (1000 * left)));
    }
}
