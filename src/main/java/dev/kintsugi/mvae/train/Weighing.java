package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.train.TrainingData.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The weight that each term of an objective has for each row of a batch.
 *
 * <p>A subset counts for a row that has all of its members, so a missing side is masked by weights of 0; places of a batch
 * beyond the last observation have nothing, hence no weight.
 */
final class Weighing {
    private final Architecture architecture;
    private final TrainingSettings settings;
    private final List<Subset> subsets;
    private final int batch;
    private final Map<String, float[]> staged;

    /** @param staged what the inputs will be given, by their names */
    Weighing(Architecture architecture, TrainingSettings settings, List<Subset> subsets, Map<String, float[]> staged) {
        this.architecture = architecture;
        this.settings = settings;
        this.subsets = subsets;
        this.batch = settings.batch();
        this.staged = staged;
    }

    /** Weighs what needs no class. */
    void came(Observation untold, int row, double annealed) {
        for (int subset = 0; subset < subsets.size(); subset++) {
            if (isComplete(subsets.get(subset), untold)) {
                weigh(untold, row, subset, annealed);
            }
        }
    }

    /** Weighs what a class is needed for, and says what it is, where {@link #came} was told of the rest. */
    void told(Observation observation, int row, double annealed) {
        for (int subset = 0; subset < subsets.size(); subset++) {
            boolean complete = isComplete(subsets.get(subset), observation);
            if (complete && !isComplete(subsets.get(subset), observation.untold())) {
                weigh(observation, row, subset, annealed);
            }
            if (complete) {
                weighClasses(observation, subset * batch + row);
            }
        }
        architecture.labelled().forEach(part -> putLabel(part, observation, row));
        SharedPrior.named(architecture).ifPresent(part -> nameComponent(part, observation, row));
    }

    /** Weighs what sides agree on, once all have come: rows that have both of two count alike. */
    void agreements() {
        for (Part.Sensed one : architecture.sensed()) {
            for (Part.Sensed other : architecture.sensed()) {
                float[] weights = staged.get(Inputs.agreement(one.name(), other.name()));
                if (weights != null) {
                    int[] both = IntStream.range(0, batch)
                            .filter(row -> has(one, row) && has(other, row))
                            .toArray();
                    float[] absent = staged.get(Inputs.absent(one.name(), other.name()));
                    Arrays.fill(absent, Agreement.ABSENT);
                    Arrays.stream(both).forEach(row -> {
                        weights[row] = 1f / batch;
                        absent[row] = 0;
                    });
                }
            }
        }
    }

    private boolean has(Part.Sensed part, int row) {
        int alone = subsets.indexOf(new Subset(List.of(part.name()))) * batch;
        return staged.get(Inputs.likelihood(part.name()))[alone + row] > 0;
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

    private static boolean isComplete(Subset subset, Observation observation) {
        return subset.members().stream()
                .allMatch(name -> observation.rows().containsKey(name)
                        || observation.classes().containsKey(name));
    }

    private void weigh(Observation observation, int row, int subset, double annealed) {
        int at = subset * batch + row;
        add(Inputs.divergence(Inputs.SHARED), at, annealed * settings.beta());
        for (Part.Sensed part : architecture.sensed()) {
            boolean member = subsets.get(subset).has(part.name());
            if (observation.rows().containsKey(part.name())) {
                add(
                        Inputs.likelihood(part.name()),
                        at,
                        member ? 1 : settings.weights().cross());
            }
            if (member && part.privateSize() > 0) {
                add(Inputs.divergence(part.name()), row, annealed * settings.privateBeta(part.name()));
            }
        }
    }

    private void weighClasses(Observation observation, int at) {
        for (Part.Labelled part : architecture.labelled()) {
            addClass(
                    Inputs.likelihood(part.name()),
                    at,
                    part,
                    observation,
                    settings.weights().label());
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
            if (isComplete(source(part, row), observation)) {
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
        if (told != null && staged.containsKey(input)) {
            add(input, row * part.classes().size() + told, weight);
        }
    }

    /** Every weight is per observation of a full batch. */
    private void add(String input, int at, double weight) {
        staged.get(input)[at] += (float) (weight / batch);
    }
}
