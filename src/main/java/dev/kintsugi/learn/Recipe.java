package dev.kintsugi.learn;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.train.TrainingSettings;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.LabelModality;
import dev.kintsugi.spec.ModelSpec;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.spec.TrainingSpec;
import java.util.List;
import java.util.Optional;

/**
 * What a model is made of and how it is trained.
 *
 * @param observations in a pass
 */
public record Recipe(Architecture architecture, TrainingSettings settings, int observations) {
    /** Frames by which sounds are moved. */
    private static final int SHIFT = 6;

    private static final int OBSERVATIONS = 50_000;

    /**
     * What a user wants other than the topology file says.
     *
     * @param labels share of observations whose label is used
     * @param patience passes without improvement on validation data after which training stops
     */
    public record Wishes(
            Optional<Integer> passes,
            Optional<Integer> observations,
            Optional<Double> beta,
            Optional<dev.kintsugi.spec.Prior> prior,
            double labels,
            int patience,
            long seed) {}

    public static Recipe of(TopologySpec topology, Senses senses, Wishes wishes) {
        ModelSpec model = topology.model();
        TrainingSpec training = model.training();
        TrainingSpec.Weights weights = training.weights();
        return new Recipe(
                architecture(topology, senses, wishes.prior().orElse(model.prior())),
                new TrainingSettings(
                        wishes.passes().orElse(training.passes()),
                        training.batch(),
                        training.learningRate(),
                        training.anneal(),
                        wishes.beta().orElse(model.beta()),
                        model.privateBetas(),
                        new TrainingSettings.Terms(
                                weights.label(), weights.cross(), weights.reversal(), weights.cycle()),
                        wishes.labels(),
                        SHIFT,
                        wishes.patience(),
                        wishes.seed()),
                wishes.observations().orElse(OBSERVATIONS));
    }

    private static Architecture architecture(TopologySpec topology, Senses senses, dev.kintsugi.spec.Prior prior) {
        ModelSpec model = topology.model();
        List<Part> parts = topology.modalities().stream()
                .<Part>map(modality -> modality instanceof LabelModality label
                        ? new Part.Labelled(label.name(), label.classes())
                        : senses.of(modality.name())
                                .part(modality.name(), model.privates().get(modality.name())))
                .toList();
        return new Architecture(
                parts,
                model.shared(),
                switch (prior) {
                    case NORMAL -> new Prior.Normal();
                    case MIXTURE -> new Prior.Mixture(model.components());
                });
    }
}
