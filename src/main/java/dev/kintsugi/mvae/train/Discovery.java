package dev.kintsugi.mvae.train;

import dev.kintsugi.cluster.Assignment;
import dev.kintsugi.cluster.KMeans;
import dev.kintsugi.mvae.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds classes where few are told, or none: the groups that observations form in the shared part once their sides agree.
 * The network that tells classes then begins anew, as one that tells which group's middle is {@link Nearest}, under the
 * numbers that these groups had for it before; guesses teach the rest.
 *
 * <p>Learned by gradient from the first step on, groups came to be two classes in one, or half of one, and stayed so
 * (measured: six or seven of ten digits were found).
 */
final class Discovery {
    private static final int OBSERVATIONS = 2_048;

    private final Objective objective;
    private final Batches batches;
    private final Step execution;
    private final Part.Labelled part;
    private final int shared;
    private final List<double[]> directions = new ArrayList<>();
    private final List<Integer> guesses = new ArrayList<>();
    private double length;

    Discovery(Objective objective, Batches batches, Step execution) {
        this.objective = objective;
        this.batches = batches;
        this.execution = execution;
        this.part = objective.guessed().orElseThrow();
        this.shared = objective.architecture().shared();
    }

    /** Looks at some of the data; where it has fewer observations than classes, there is nothing to find. */
    void of(TrainingData data, long seed) {
        int[] inOrder = IntStream.range(0, Math.min(OBSERVATIONS, data.size())).toArray();
        int batch = objective.batch();
        for (int number = 0; number * batch < inOrder.length; number++) {
            batches.fill(data, inOrder, new Batches.Place(0, number, 1, true));
            take(execution.values(objective.shared().orElseThrow()));
        }
        int classes = part.classes().size();
        if (directions.size() >= classes) {
            double[][] points = directions.toArray(double[][]::new);
            KMeans groups = KMeans.of(points, classes, seed);
            Nearest nearest = new Nearest(part, numbered(groups, points), length / directions.size());
            objective.parameters().set(nearest.weights());
        }
    }

    private void take(float[] means) {
        float[] probabilities = execution.values(objective.guess().orElseThrow());
        for (int row = 0; row < objective.batch(); row++) {
            if (batches.isOpen(row)) {
                double[] mean = new double[shared];
                for (int i = 0; i < shared; i++) {
                    mean[i] = means[row * shared + i];
                }
                double norm = Math.sqrt(IntStream.range(0, shared)
                        .mapToDouble(i -> mean[i] * mean[i])
                        .sum());
                length += norm;
                directions.add(IntStream.range(0, shared)
                        .mapToDouble(i -> mean[i] / Math.max(norm, 1e-6))
                        .toArray());
                guesses.add(new Guesses(probabilities, part.classes().size()).best(row));
            }
        }
    }

    /** The middles of the groups, each with the number of the class that most of the group was guessed to be so far. */
    private double[][] numbered(KMeans groups, double[][] points) {
        int classes = part.classes().size();
        double[][] counts = new double[classes][classes];
        for (int i = 0; i < points.length; i++) {
            counts[groups.nearest(points[i])][guesses.get(i)]++;
        }
        int[] numbers = Assignment.heaviest(counts);
        double[][] middles = new double[classes][];
        for (int group = 0; group < classes; group++) {
            middles[numbers[group]] = groups.middles()[group];
        }
        return middles;
    }
}
