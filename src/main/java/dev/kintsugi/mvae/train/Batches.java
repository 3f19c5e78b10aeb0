package dev.kintsugi.mvae.train;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.train.TrainingData.Observation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fills the inputs of an objective with a batch of observations, and with the weight that each of its terms has for each
 * row (see {@link Weighing}).
 */
final class Batches {
    private final Architecture architecture;
    private final TrainingSettings settings;
    private final Optional<Part.Labelled> guessed;
    private final Inputs inputs;
    private final Weighing weighing;
    private final int batch;
    private final Map<String, int[]> orders = new HashMap<>();
    private final Map<String, float[]> staged = new HashMap<>();

    /** The observations of this batch, without the classes that nobody tells. */
    private final Observation[] known;

    Batches(Architecture architecture, TrainingSettings settings, Objective objective) {
        this.architecture = architecture;
        this.settings = settings;
        this.guessed = objective.guessed();
        this.inputs = objective.inputs();
        this.batch = settings.batch();
        this.known = new Observation[batch];
        architecture.sensed().forEach(part -> orders.put(part.name(), new Blocks(part.height(), part.width()).order()));
        inputs.arrays().forEach((name, array) -> staged.put(name, new float[Math.toIntExact(array.length())]));
        this.weighing = new Weighing(architecture, settings, objective.subsets(), staged);
    }

    /**
     * Where a batch stands.
     *
     * @param annealed the share of their weight that the KL terms have
     * @param training with random shifts, and with no more labels than the settings allow
     */
    record Place(int pass, int number, double annealed, boolean training) {}

    /**
     * Fills the inputs.
     *
     * @param order of the observations in this pass
     */
    void fill(TrainingData data, int[] order, Place place) {
        staged.values().forEach(values -> Arrays.fill(values, 0));
        Arrays.fill(known, null);
        for (int row = 0; row < batch; row++) {
            int at = place.number() * batch + row;
            if (at < order.length) {
                put(data, order[at], row, place);
            }
        }
        weighing.agreements();
        noise(place);
        staged.forEach(inputs::set);
    }

    /**
     * Takes classes that were not told for what they are guessed to be, where all sides have come.
     *
     * @param probabilities of each class, row by row
     */
    void guess(float[] probabilities, Place place) {
        Part.Labelled part = guessed.orElseThrow();
        Guesses guesses = new Guesses(ofOpen(probabilities), part.classes().size());
        if (!guesses.differ()) {
            return;
        }
        OptionalInt[] certain = guesses.certain();
        for (int row = 0; row < batch; row++) {
            if (certain[row].isPresent() && isOpen(row)) {
                weighing.told(known[row].with(part.name(), certain[row].getAsInt()), row, place.annealed());
            }
        }
        staged.forEach(inputs::set);
    }

    private float[] ofOpen(float[] probabilities) {
        float[] open = probabilities.clone();
        int classes = open.length / batch;
        for (int row = 0; row < batch; row++) {
            if (!isOpen(row)) {
                Arrays.fill(open, row * classes, (row + 1) * classes, 0);
            }
        }
        return open;
    }

    /** An observation of the batch, if its sides have all come, with its class, if that was told. */
    Optional<Observation> whole(int row) {
        return Optional.ofNullable(known[row])
                .filter(each -> each.rows().size() == architecture.sensed().size());
    }

    /** The numbers of the observations that are told to who learns, from the first on. */
    IntStream told(TrainingData data) {
        return IntStream.range(0, data.size()).filter(this::isTold);
    }

    private boolean isOpen(int row) {
        return whole(row).filter(each -> each.classes().isEmpty()).isPresent();
    }

    private void put(TrainingData data, int number, int row, Place place) {
        boolean told = place.training() ? isTold(number) : settings.labels() > 0;
        // Or every pass would tell of others, and few labels would not be few.
        Observation observation = told && settings.labels() < 1
                ? data.again(place.pass(), number)
                : data.observation(place.pass(), number);
        putSides(observation, number, row, place);
        weighing.came(observation.untold(), row, place.annealed());
        known[row] = told ? observation : observation.untold();
        if (!known[row].classes().isEmpty()) {
            weighing.told(observation, row, place.annealed());
        }
    }

    private boolean isTold(int number) {
        return Chance.of(settings.seed(), Chance.LABELS, number).nextDouble() < settings.labels();
    }

    private void putSides(Observation observation, int number, int row, Place place) {
        Random shifts = Chance.of(settings.seed(), Chance.SHIFT, place.pass(), number);
        for (Part.Sensed part : architecture.sensed()) {
            float[] values = observation.rows().get(part.name());
            if (values != null) {
                refuseLength(part, values, number);
                int shift = place.training() ? shift(part, shifts) : 0;
                putRow(Inputs.rows(part.name()), part, values, row, shift);
                putRow(Inputs.seen(part.name()), part, observation.seen(part.name()), row, shift);
            }
        }
    }

    private void putRow(String input, Part.Sensed part, float[] values, int row, int shift) {
        int[] order = orders.get(part.name());
        float[] rows = staged.get(input);
        int start = row * order.length;
        for (int i = 0; i < order.length; i++) {
            int from = order[i] - shift * part.width();
            rows[start + i] = order[i] < 0 || from < 0 || from >= values.length ? 0 : values[from];
        }
    }

    private int shift(Part.Sensed part, Random random) {
        return part.kind() == Part.Kind.AUDIO ? random.nextInt(2 * settings.shift() + 1) - settings.shift() : 0;
    }

    private void noise(Place place) {
        int purpose = place.training() ? Chance.NOISE : Chance.VALIDATION;
        Random random = Chance.of(settings.seed(), purpose, place.pass(), place.number());
        staged.keySet().stream()
                .filter(name -> name.endsWith(Inputs.noise("")))
                .sorted()
                .forEach(name -> {
                    float[] values = staged.get(name);
                    for (int i = 0; i < values.length; i++) {
                        values[i] = (float) random.nextGaussian();
                    }
                });
    }

    private static void refuseLength(Part.Sensed part, float[] values, int number) {
        if (values.length != part.size()) {
            throw new Fault("training: observation " + number + " has " + values.length + " values of " + part.name()
                    + ", where the model has " + part.height() + "x" + part.width()
                    + "; bring the data to that shape, or change the topology");
        }
    }
}
