package dev.kintsugi.mvae.bench;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Weights;
import dev.kintsugi.mvae.Work;
import dev.kintsugi.mvae.bundle.Half;
import dev.kintsugi.mvae.infer.Gaussians;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Workspace;
import dev.kintsugi.mvae.machine.GemmPeak;
import dev.kintsugi.mvae.train.Training;
import dev.kintsugi.mvae.train.TrainingData;
import dev.kintsugi.mvae.train.TrainingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;

/** Times steps of training and batches of inference, beside the rate at which this machine multiplies matrices. */
public final class ModelBenchmark {
    private static final int WARM_UP_STEPS = 60;
    private static final int STEPS = 40;
    private static final double WARM_UP_SECONDS = 3;
    private static final double RUN_SECONDS = 1;

    private final Architecture architecture;
    private final LongSupplier nanoTime;

    public ModelBenchmark(Architecture architecture, LongSupplier nanoTime) {
        this.architecture = architecture;
        this.nanoTime = nanoTime;
    }

    /**
     * How long one step or batch takes.
     *
     * @param median of the runs, in seconds; as are the others
     * @param operations floating-point operations in it
     * @param peak operations a second that this machine's matrix product reaches on one thread, the best before and after
     * @param kernel what computed it
     */
    public record Speed(double median, double least, double most, double operations, double peak, String kernel) {}

    /** Steps of training on complete, labelled observations. */
    public Speed training(TrainingSettings settings, int runs) {
        GemmPeak before = GemmPeak.measure();
        double[] seconds = new double[runs];
        int subsets;
        try (Training training = new Training(architecture, settings, made(settings.batch() * 64), none())) {
            steps(training, WARM_UP_STEPS);
            for (int run = 0; run < runs; run++) {
                seconds[run] = steps(training, STEPS) / STEPS;
            }
            subsets = training.subsets();
        }
        double operations = settings.batch() * Work.learning(architecture, subsets);
        return speed(seconds, operations, before, "ND4J");
    }

    /** Batches of all sides encoded, fused, and decoded from the means. */
    public Speed inference(int batch, int runs) {
        GemmPeak before = GemmPeak.measure();
        Inference inference = Inference.of(architecture, weights());
        Round round = new Round(inference.workspace(), batch);
        timed(round, WARM_UP_SECONDS);
        double[] seconds = new double[runs];
        for (int run = 0; run < runs; run++) {
            seconds[run] = timed(round, RUN_SECONDS);
        }
        return speed(seconds, batch * Work.once(architecture), before, inference.kernelName());
    }

    private Speed speed(double[] seconds, double operations, GemmPeak before, String kernel) {
        double peak = Math.max(before.flops(), GemmPeak.measure().flops());
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return new Speed(median, sorted[0], sorted[sorted.length - 1], operations, peak, kernel);
    }

    private double steps(Training training, int count) {
        long began = nanoTime.getAsLong();
        for (int i = 0; i < count; i++) {
            training.step();
        }
        return (nanoTime.getAsLong() - began) / 1e9;
    }

    /** Seconds that a round takes, in the mean over so many seconds. */
    private double timed(Round round, double atLeast) {
        long began = nanoTime.getAsLong();
        long rounds = 0;
        long now;
        do {
            round.go();
            rounds++;
            now = nanoTime.getAsLong();
        } while (now - began < atLeast * 1e9);
        return (now - began) / 1e9 / rounds;
    }

    private final class Round {
        private final Workspace workspace;
        private final int batch;
        private final Map<String, float[]> rows = new HashMap<>();
        private final Map<String, float[]> latents = new HashMap<>();

        Round(Workspace workspace, int batch) {
            this.workspace = workspace;
            this.batch = batch;
            for (Part.Sensed part : architecture.sensed()) {
                rows.put(part.name(), row(new Random(1), batch * part.size()));
                latents.put(part.name(), new float[batch * (architecture.shared() + part.privateSize())]);
            }
        }

        void go() {
            List<Gaussians> experts = new ArrayList<>();
            for (Part.Sensed part : architecture.sensed()) {
                experts.add(workspace
                        .encode(part.name(), rows.get(part.name()), batch)
                        .shared());
            }
            Gaussians fused = workspace.fuse(experts, batch);
            for (Part.Sensed part : architecture.sensed()) {
                float[] latent = latents.get(part.name());
                int width = latent.length / batch;
                for (int row = 0; row < batch; row++) {
                    System.arraycopy(fused.mean(), row * fused.size(), latent, row * width, fused.size());
                }
                workspace.decode(part.name(), latent, batch, rows.get(part.name()));
            }
        }
    }

    /** As bundles keep them. */
    private Weights weights() {
        try (Training training = new Training(architecture, SETTINGS, made(1), none())) {
            return Weights.of(
                    training.weights().tensors().stream().map(Half::rounded).toList());
        }
    }

    private static final TrainingSettings SETTINGS =
            new TrainingSettings(1, 1, 1e-3, 0, 1, Map.of(), new TrainingSettings.Terms(1, 1, 0, 0), 1, 0, 0, 1);

    private static TrainingData none() {
        return new Made(0, Map.of(), Map.of());
    }

    private TrainingData made(int size) {
        Map<String, float[]> rows = new HashMap<>();
        architecture.sensed().forEach(part -> rows.put(part.name(), row(new Random(1), part.size())));
        Map<String, Integer> classes = new HashMap<>();
        architecture.labelled().forEach(part -> classes.put(part.name(), 0));
        return new Made(size, rows, classes);
    }

    private static float[] row(Random random, int size) {
        float[] row = new float[size];
        for (int i = 0; i < size; i++) {
            row[i] = random.nextFloat();
        }
        return row;
    }

    /** The same observation over and over. */
    private record Made(int size, Map<String, float[]> rows, Map<String, Integer> classes) implements TrainingData {
        @Override
        public Observation observation(int pass, int number) {
            return new Observation(rows, classes);
        }
    }
}
