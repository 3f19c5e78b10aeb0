package dev.kintsugi.mvae.train;

import dev.kintsugi.cluster.Assignment;
import dev.kintsugi.cluster.KMeans;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.train.TrainingData.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds classes where few are told, or none: the groups that observations form in the shared part once their sides agree.
 * The network that tells classes then begins anew, as one that tells which group's middle is {@link Nearest}; guesses teach
 * the rest. A group has the number of the class that most of those in it are told to be of, or else that the network has
 * guessed so far.
 *
 * <p>Learned by gradient from the first step on, groups came to be two classes in one, or half of one, and stayed so
 * (measured: six or seven of ten digits were found).
 */
final class Discovery {
    /** That are looked at: so many that are told, and so many from the first on. */
    private static final int OBSERVATIONS = 2_048;

    /** What a guess counts beside a label: all guesses together do not outvote one that is told. */
    private static final double GUESSED = 1e-5;

    private final Objective objective;
    private final Batches batches;
    private final Step execution;
    private final Part.Labelled part;
    private final int classes;

    Discovery(Objective objective, Batches batches, Step execution) {
        this.objective = objective;
        this.batches = batches;
        this.execution = execution;
        this.part = objective.guessed().orElseThrow();
        this.classes = part.classes().size();
    }

    /**
     * An observation in the shared part.
     *
     * @param mean by all of its sides
     * @param evidence for each class, that it is of it
     */
    private record Seen(double[] mean, double[] evidence) {
        double length() {
            return Math.sqrt(Arrays.stream(mean).map(x -> x * x).sum());
        }

        double[] direction() {
            double length = Math.max(length(), 1e-6);
            return Arrays.stream(mean).map(x -> x / length).toArray();
        }
    }

    /**
     * Looks at some of the data, and has the network begin anew. Not where so many are told that it has learned better from
     * them, nor where there are fewer observations than classes.
     *
     * @return whether it begins anew
     */
    boolean restarts(TrainingData data, long seed) {
        int[] told = batches.told(data).limit(OBSERVATIONS).toArray();
        if (told.length == OBSERVATIONS) {
            return false;
        }
        IntStream first = IntStream.range(0, data.size()).limit(OBSERVATIONS);
        List<Seen> places = places(
                data, IntStream.concat(Arrays.stream(told), first).distinct().toArray());
        if (places.size() < classes) {
            return false;
        }
        double[][] points = places.stream().map(Seen::direction).toArray(double[][]::new);
        KMeans groups = KMeans.of(points, classes, seed);
        double length = places.stream().mapToDouble(Seen::length).average().orElseThrow();
        Nearest nearest = new Nearest(part, numbered(groups, points, places), length);
        objective.parameters().set(nearest.weights());
        return true;
    }

    private List<Seen> places(TrainingData data, int[] numbers) {
        List<Seen> places = new ArrayList<>();
        int batch = objective.batch();
        for (int number = 0; number * batch < numbers.length; number++) {
            batches.fill(data, numbers, new Batches.Place(0, number, 1, true));
            float[] means = execution.values(objective.shared().orElseThrow());
            Guesses guesses = new Guesses(execution.values(objective.guess().orElseThrow()), classes);
            for (int row = 0; row < batch; row++) {
                Optional<Observation> whole = batches.whole(row);
                if (whole.isPresent()) {
                    places.add(seen(whole.get(), row, means, guesses));
                }
            }
        }
        return places;
    }

    private Seen seen(Observation observation, int row, float[] means, Guesses guesses) {
        int shared = means.length / objective.batch();
        double[] mean = IntStream.range(row * shared, (row + 1) * shared)
                .mapToDouble(i -> means[i])
                .toArray();
        double[] evidence = new double[classes];
        evidence[guesses.best(row)] = GUESSED;
        Optional.ofNullable(observation.classes().get(part.name())).ifPresent(told -> evidence[told] = 1);
        return new Seen(mean, evidence);
    }

    /** The middles of the groups, by class. */
    private double[][] numbered(KMeans groups, double[][] points, List<Seen> places) {
        double[][] evidence = new double[classes][classes];
        for (int i = 0; i < points.length; i++) {
            double[] group = evidence[groups.nearest(points[i])];
            for (int each = 0; each < classes; each++) {
                group[each] += places.get(i).evidence()[each];
            }
        }
        int[] numbers = Assignment.heaviest(evidence);
        double[][] middles = new double[classes][];
        for (int group = 0; group < classes; group++) {
            middles[numbers[group]] = groups.middles()[group];
        }
        return middles;
    }
}
