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
    /** That are told, and so many others. */
    private static final int OBSERVATIONS = 2_048;

    /** A guess beside what is told, as a guess may be of who has learned a few labels by heart. */
    private static final double GUESSED = 1e-3;

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
    private record Place(double[] mean, double[] evidence) {
        double length() {
            return Math.sqrt(Arrays.stream(mean).map(x -> x * x).sum());
        }

        double[] direction() {
            double length = Math.max(length(), 1e-6);
            return Arrays.stream(mean).map(x -> x / length).toArray();
        }
    }

    /** Looks at some of the data; where it has fewer observations than classes, there is nothing to find. */
    void of(TrainingData data, long seed) {
        IntStream told = batches.told(data).limit(OBSERVATIONS);
        IntStream first = IntStream.range(0, data.size()).limit(OBSERVATIONS);
        List<Place> places =
                places(data, IntStream.concat(told, first).distinct().toArray());
        if (places.size() >= classes) {
            double[][] points = places.stream().map(Place::direction).toArray(double[][]::new);
            KMeans groups = KMeans.of(points, classes, seed);
            double length = places.stream().mapToDouble(Place::length).average().orElseThrow();
            Nearest nearest = new Nearest(part, numbered(groups, points, places), length);
            objective.parameters().set(nearest.weights());
        }
    }

    private List<Place> places(TrainingData data, int[] numbers) {
        List<Place> places = new ArrayList<>();
        int batch = objective.batch();
        for (int number = 0; number * batch < numbers.length; number++) {
            batches.fill(data, numbers, new Batches.Place(0, number, 1, true));
            float[] means = execution.values(objective.shared().orElseThrow());
            Guesses guesses = new Guesses(execution.values(objective.guess().orElseThrow()), classes);
            for (int row = 0; row < batch; row++) {
                Optional<Observation> whole = batches.whole(row);
                if (whole.isPresent()) {
                    places.add(place(whole.get(), row, means, guesses));
                }
            }
        }
        return places;
    }

    private Place place(Observation observation, int row, float[] means, Guesses guesses) {
        int shared = means.length / objective.batch();
        double[] mean = IntStream.range(row * shared, (row + 1) * shared)
                .mapToDouble(i -> means[i])
                .toArray();
        double[] evidence = new double[classes];
        evidence[guesses.best(row)] = GUESSED;
        Optional.ofNullable(observation.classes().get(part.name())).ifPresent(told -> evidence[told] = 1);
        return new Place(mean, evidence);
    }

    /** The middles of the groups, by class. */
    private double[][] numbered(KMeans groups, double[][] points, List<Place> places) {
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
