package dev.kintsugi.evaluate.judge;

import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import dev.kintsugi.dice.Dice;
import java.util.List;

/**
 * Trains a judge, on real examples and on made-up ones, each varied anew in every pass.
 *
 * <p>The same settings and data give the same judge on the same kind of machine.
 *
 * @param passes how often all examples are gone through
 * @param synthetic how many made-up examples there are beside the real ones
 * @param keepBack whether some of the training examples are left out, to try settings out on
 */
public record JudgeTraining<T>(Subject<T> subject, long seed, int passes, int synthetic, boolean keepBack) {
    private static final int BATCH = 128;
    private static final double FASTEST = 2e-3;
    private static final double SLOWEST = 1e-5;

    /** The rate grows over this share of the steps, then falls. */
    private static final double WARMING = .15;

    /** Is told after each batch how many there were, and how many there will be. */
    public interface Progress {
        void batch(long done, long total);
    }

    public JudgeTraining {
        if (passes < 1) {
            throw new IllegalArgumentException(passes + " passes; expected at least one");
        }
    }

    /** As the shipped judges are trained. */
    public static <T> JudgeTraining<T> of(Subject<T> subject, long seed, int passes, boolean keepBack) {
        return new JudgeTraining<>(subject, seed, passes, subject.synthetic(), keepBack);
    }

    /** @param command what a user typed to get this judge, for its card */
    public Judge<T> train(Dataset data, String command, Progress progress) {
        Sense<T> sense = subject.sense();
        Examples<T> training = subject.examples(data, Split.TRAIN);
        Examples<T> real = keepBack ? Part.others(training) : training;
        Examples<T> madeUp = Part.first(subject.examples(new SyntheticDataset(seed), Split.TRAIN), synthetic);
        Lessons<T> lessons = new Lessons<>(sense, Lessons.classes(real));
        lessons.add(real);
        lessons.add(madeUp);
        Network network = new Network(sense.shape(), Lessons.classes(real).size(), seed);
        teach(network, lessons, sense.shape().size(), progress);
        byte[] weights = WeightsFile.write(network);
        return Judge.trained(card(sense, real, madeUp, command, weights), sense, weights);
    }

    private JudgeCard card(Sense<T> sense, Examples<T> real, Examples<T> madeUp, String command, byte[] weights) {
        List<String> from = List.of(
                subject.name() + ", training part: " + real.size(),
                "synthetic " + subject.name() + ", seed " + seed + ", training part: " + madeUp.size());
        return new JudgeCard(
                JudgeCard.FORMAT,
                sense.reads(),
                Lessons.classes(real),
                sense.shape().height(),
                sense.shape().width(),
                JudgeFiles.sha256(weights),
                from,
                List.of(subject.attribution()),
                seed,
                passes,
                command,
                List.of());
    }

    private void teach(Network network, Lessons<T> lessons, int size, Progress progress) {
        int batches = (lessons.size() + BATCH - 1) / BATCH;
        long total = (long) passes * batches;
        float[] values = new float[BATCH * size];
        int[] labels = new int[BATCH];
        for (int pass = 0; pass < passes; pass++) {
            int[] order = order(lessons.size(), pass);
            for (int batch = 0; batch < batches; batch++) {
                for (int row = 0; row < BATCH; row++) {
                    // The last batch is filled up from the beginning.
                    int lesson = order[(batch * BATCH + row) % order.length];
                    lessons.vary(lesson, Dice.of(seed, pass, lesson), values, row * size);
                    labels[row] = lessons.label(lesson);
                }
                long done = (long) pass * batches + batch;
                network.learn(values, labels, rate((double) done / total));
                progress.batch(done + 1, total);
            }
        }
    }

    /** A shuffle of its own for each pass (Fisher and Yates). */
    private int[] order(int size, int pass) {
        Dice dice = Dice.of(seed, pass, size, -1);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int swap = dice.below(i + 1);
            order[i] = order[swap];
            order[swap] = i;
        }
        return order;
    }

    private static double rate(double share) {
        double up = Math.min(1, share / WARMING);
        double down = Math.max(0, (share - WARMING) / (1 - WARMING));
        return SLOWEST + (FASTEST - SLOWEST) * up * (1 + Math.cos(Math.PI * down)) / 2;
    }
}
