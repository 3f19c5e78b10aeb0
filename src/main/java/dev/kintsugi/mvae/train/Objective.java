package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The objective as one SameDiff graph for batches of one size: its inputs, its variables, its terms and their gradients.
 *
 * <p>All weights of terms are inputs, row by row (see {@link Batches}), so that masks, annealing and an unlabelled row
 * are numbers and not other graphs. The rows of all subsets are stacked, so every decoder runs once a step.
 */
final class Objective {
    private static final String ADVERSARY = "reversal";

    /** The weight of agreement, in those of the label, which it stands in for; with 1, it did not get far (measured). */
    private static final double AGREEMENT = 5;

    private final SameDiff graph = SameDiff.create();
    private final Architecture architecture;
    private final TrainingSettings settings;
    private final int batch;
    private final Optional<Part.Labelled> guessed;
    private final boolean labelled;
    private final List<Subset> subsets;
    private final Inputs inputs = new Inputs(graph);
    private final Parameters parameters;
    private final Map<String, SDVariable> terms = new LinkedHashMap<>();
    private final Map<String, SDVariable> gradients;
    private Optional<SDVariable> shared = Optional.empty();
    private Optional<SDVariable> guess = Optional.empty();

    Objective(Architecture architecture, TrainingSettings settings) {
        this.architecture = architecture;
        this.settings = settings;
        this.batch = settings.batch();
        this.guessed = settings.guessed(architecture);
        this.labelled = settings.labels() > 0 || guessed.isPresent();
        this.subsets = Subset.of(architecture, labelled);
        this.parameters = new Parameters(graph, architecture, settings.seed());
        build();
        SDVariable adversary = terms.get(ADVERSARY);
        SDVariable loss = Operation.sum(terms.entrySet().stream()
                .map(term -> term.getKey().equals(ADVERSARY)
                        ? adversary.mul(-settings.weights().reversal())
                        : term.getValue())
                .toArray(SDVariable[]::new));
        this.gradients = Gradients.of(loss, parameters.names());
    }

    int batch() {
        return batch;
    }

    SameDiff graph() {
        return graph;
    }

    Inputs inputs() {
        return inputs;
    }

    Parameters parameters() {
        return parameters;
    }

    List<Subset> subsets() {
        return subsets;
    }

    /** The terms of the loss by name, weighted but for {@code reversal}, which is the classifier's own cross-entropy. */
    Map<String, SDVariable> terms() {
        return terms;
    }

    /**
     * By variable. Those of the adversary come out as -λ times the gradient of its own loss: the encoder goes up where the
     * adversary goes down, and one pass serves both.
     */
    Map<String, SDVariable> gradients() {
        return gradients;
    }

    /** As {@link TrainingSettings#guessed} says. */
    Optional<Part.Labelled> guessed() {
        return guessed;
    }

    /** How probable each class of that part is, by all sensed sides of each row. */
    Optional<SDVariable> guess() {
        return guess;
    }

    /** The mean of the shared part, by all sensed sides of each row, where a class is guessed. */
    Optional<SDVariable> shared() {
        return shared;
    }

    /** What is to become small, without the game between encoder and adversary. */
    double loss(Map<String, Double> values) {
        return values.entrySet().stream()
                .filter(term -> !term.getKey().equals(ADVERSARY))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private void build() {
        int stacked = subsets.size() * batch;
        List<SensedNetwork> sensed = architecture.sensed().stream()
                .map(part -> new SensedNetwork(graph, parameters, inputs, part, architecture.shared(), subsets, batch))
                .toList();
        Map<Part.Labelled, LabelNetwork> labelled = labelled(stacked);
        Gaussian posterior = posterior(sensed, labelled);
        SDVariable noise = inputs.matrix(Inputs.noise(Inputs.SHARED), stacked, architecture.shared());
        SDVariable sample = posterior.sample(noise);
        for (int i = 0; i < sensed.size(); i++) {
            decode(sensed.get(i), architecture.sensed().get(i), sample, stacked);
        }
        SharedPrior prior = new SharedPrior(graph, parameters, architecture, stacked);
        SDVariable weights = inputs.matrix(Inputs.divergence(Inputs.SHARED), 1, stacked);
        SDVariable told = architecture.prior() instanceof Prior.Mixture mixture
                ? inputs.matrix(Inputs.TOLD, stacked, mixture.components())
                : null;
        terms.put("shared", prior.divergence(posterior, sample, noise, weights, told));
        labelled.forEach((part, network) -> label(part, network, sensed, sample, stacked));
        guessed.ifPresent(part -> agree(part, labelled.get(part), posterior.mean()));
    }

    private Map<Part.Labelled, LabelNetwork> labelled(int stacked) {
        Map<Part.Labelled, LabelNetwork> networks = new LinkedHashMap<>();
        architecture
                .labelled()
                .forEach(part ->
                        networks.put(part, new LabelNetwork(graph, parameters, part, architecture.shared(), stacked)));
        return networks;
    }

    private Gaussian posterior(List<SensedNetwork> sensed, Map<Part.Labelled, LabelNetwork> labelled) {
        List<String> names =
                new ArrayList<>(sensed.stream().map(SensedNetwork::name).toList());
        List<Gaussian> experts =
                new ArrayList<>(sensed.stream().map(SensedNetwork::expert).toList());
        if (this.labelled) {
            labelled.forEach((part, network) -> {
                names.add(part.name());
                experts.add(network.expert(inputs.matrix(
                        Inputs.rows(part.name()), batch, part.classes().size())));
            });
        }
        float[][] membership = new float[subsets.size()][names.size()];
        for (int i = 0; i < membership.length; i++) {
            for (int j = 0; j < names.size(); j++) {
                membership[i][j] = subsets.get(i).has(names.get(j)) ? 1 : 0;
            }
        }
        return Experts.fused(graph, experts, membership, batch, architecture.shared());
    }

    private void decode(SensedNetwork network, Part.Sensed part, SDVariable sample, int stacked) {
        if (network.hasPrivate()) {
            Gaussian own = network.privately();
            SDVariable weights = inputs.matrix(Inputs.divergence(part.name()), 1, batch);
            SDVariable divergence = SharedPrior.weighted(weights, own.twiceDivergence(), part.privateSize());
            SDVariable noise = inputs.matrix(Inputs.noise(part.name()), stacked, part.privateSize());
            network.decode(sample, noise, own);
            terms.merge("private", divergence.mul(0.5), (some, more) -> Operation.sum(some, more));
        } else {
            network.decode(sample, null, null);
        }
        SDVariable weights = inputs.matrix(Inputs.likelihood(part.name()), stacked, 1);
        SDVariable likelihood = network.likelihood(weights);
        terms.put(part.name(), Operation.reshaped(likelihood, new long[0], 1, 1));
    }

    private void label(
            Part.Labelled part, LabelNetwork network, List<SensedNetwork> sensed, SDVariable sample, int stacked) {
        if (!labelled) {
            return;
        }
        int classes = part.classes().size();
        SDVariable targets = inputs.matrix(Inputs.likelihood(part.name()), stacked, classes);
        terms.put(part.name(), network.crossEntropy(sample, targets, stacked));
        for (SensedNetwork each : sensed) {
            if (settings.weights().cycle() > 0) {
                SDVariable again = inputs.matrix(Inputs.cycle(each.name(), part.name()), batch, classes);
                terms.merge(
                        "cycle",
                        network.crossEntropy(each.readAgain(), again, batch),
                        (some, more) -> Operation.sum(some, more));
            }
            if (settings.weights().reversal() > 0 && each.hasPrivate()) {
                SDVariable own = inputs.matrix(Inputs.reversal(each.name(), part.name()), batch, classes);
                terms.merge(ADVERSARY, each.adversary(part, own), (some, more) -> Operation.sum(some, more));
            }
        }
    }

    private void agree(Part.Labelled part, LabelNetwork network, SDVariable means) {
        List<String> sensed =
                architecture.sensed().stream().map(Part.Sensed::name).toList();
        shared = Optional.of(ofSubset(means, sensed));
        guess = shared.map(mean -> network.guess(mean, batch));
        for (int i = 0; i < sensed.size(); i++) {
            for (int j = i + 1; j < sensed.size(); j++) {
                SDVariable agreement = agreement(means, sensed.get(i), sensed.get(j));
                terms.merge("agreement", agreement, (some, more) -> Operation.sum(some, more));
            }
        }
    }

    private SDVariable agreement(SDVariable means, String one, String other) {
        return Agreement.of(
                        ofSubset(means, List.of(one)),
                        ofSubset(means, List.of(other)),
                        inputs.matrix(Inputs.agreement(one, other), 1, batch),
                        inputs.matrix(Inputs.absent(one, other), 1, batch),
                        batch,
                        architecture.shared())
                .mul(AGREEMENT * settings.weights().label());
    }

    /** The rows of one subset. */
    private SDVariable ofSubset(SDVariable means, List<String> members) {
        int from = subsets.indexOf(new Subset(members)) * batch;
        return graph.slice(means, new int[] {from, 0}, batch, architecture.shared());
    }
}
