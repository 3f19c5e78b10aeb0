package dev.kintsugi.mvae.train;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.train.TrainingData.Observation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fills the inputs of an objective with a batch of observations, and with the weight that each of its terms has for each
 * row.
 *
 * <p>A subset counts for a row that has all of its members, so a missing side is masked by weights of 0; places of a batch
 * beyond the last observation have nothing, hence no weight.
 */
final class Batches {
    private final Architecture architecture;
    private final TrainingSettings settings;
    private final List<Subset> subsets;
    private final Inputs inputs;
    private final int batch;
    private final Map<String, int[]> orders = new HashMap<>();
    private final Map<String, float[]> staged = new HashMap<>();

    Batches(Architecture architecture, TrainingSettings settings, Objective objective) {
        this.architecture = architecture;
        this.settings = settings;
        this.subsets = objective.subsets();
        this.inputs = objective.inputs();
        this.batch = settings.batch();
        architecture.sensed().forEach(part -> orders.put(part.name(), new Blocks(part.height(), part.width()).order()));
        inputs.arrays().forEach((name, array) -> staged.put(name, new float[Math.toIntExact(array.length())]));
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
        for (int row = 0; row < batch; row++) {
            int at = place.number() * batch + row;
            if (at < order.length) {
                put(data.observation(place.pass(), order[at]), order[at], row, place);
            }
        }
        noise(place);
        staged.forEach(inputs::set);
    }

    private void put(Observation observation, int number, int row, Place place) {
        boolean told = !place.training()
                || Chance.of(settings.seed(), Chance.LABELS, number).nextDouble() < settings.labels();
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
        for (int subset = 0; subset < subsets.size(); subset++) {
            if (isComplete(subsets.get(subset), observation, told)) {
                weigh(observation, told, row, subset, place);
            }
        }
        if (told && settings.labels() > 0) {
            architecture.labelled().forEach(part -> putLabel(part, observation, row));
            SharedPrior.named(architecture).ifPresent(part -> nameComponent(part, observation, row));
        }
    }

    /** Who is told the class need not ask which component of the prior it is. */
    private void nameComponent(Part.Labelled label, Observation observation, int row) {
        Integer told = observation.classes().get(label.name());
        if (told == null) {
            return;
        }
        float[] all = staged.get(Inputs.TOLD);
        int components = all.length / subsets.size() / batch;
        for (int subset = 0; subset < subsets.size(); subset++) {
            int from = (subset * batch + row) * components;
            Arrays.fill(all, from, from + components, SharedPrior.ANOTHER_CLASS);
            all[from + told] = 0;
        }
    }

    private boolean isComplete(Subset subset, Observation observation, boolean told) {
        return subset.members().stream()
                .allMatch(name -> observation.rows().containsKey(name)
                        || told && observation.classes().containsKey(name));
    }

    private void weigh(Observation observation, boolean told, int row, int subset, Place place) {
        int at = subset * batch + row;
        add(Inputs.divergence(Inputs.SHARED), at, place.annealed() * settings.beta());
        for (Part.Sensed part : architecture.sensed()) {
            boolean member = subsets.get(subset).has(part.name());
            if (observation.rows().containsKey(part.name())) {
                add(
                        Inputs.likelihood(part.name()),
                        at,
                        member ? 1 : settings.weights().cross());
            }
            if (member && part.privateSize() > 0) {
                add(Inputs.divergence(part.name()), row, place.annealed() * settings.privateBeta(part.name()));
            }
        }
        if (told && settings.labels() > 0) {
            for (Part.Labelled part : architecture.labelled()) {
                addClass(
                        Inputs.likelihood(part.name()),
                        at,
                        part,
                        observation,
                        settings.weights().label());
            }
        }
    }

    private void putLabel(Part.Labelled label, Observation observation, int row) {
        Integer told = observation.classes().get(label.name());
        if (told == null) {
            return;
        }
        staged.get(Inputs.rows(label.name()))[row * label.classes().size() + told] = 1;
        for (Part.Sensed part : architecture.sensed()) {
            if (observation.rows().containsKey(part.name())) {
                addClass(Inputs.reversal(part.name(), label.name()), row, label, observation, 1);
            }
            if (isComplete(source(part, row), observation, true)) {
                addClass(
                        Inputs.cycle(part.name(), label.name()),
                        row,
                        label,
                        observation,
                        settings.weights().cycle());
            }
        }
    }

    /** Which subset the cycle decodes a part from in this row: see {@link SensedNetwork#readAgain}. */
    private Subset source(Part.Sensed part, int row) {
        List<Subset> sources = SensedNetwork.sources(part.name(), subsets);
        int source = 0;
        while (row >= (source + 1) * batch / sources.size()) {
            source++;
        }
        return sources.get(source);
    }

    private void addClass(String input, int row, Part.Labelled part, Observation observation, double weight) {
        Integer told = observation.classes().get(part.name());
        if (told != null && inputs.has(input)) {
            add(input, row * part.classes().size() + told, weight);
        }
    }

    /** Every weight is per observation of a full batch. */
    private void add(String input, int at, double weight) {
        staged.get(input)[at] += (float) (weight / batch);
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
