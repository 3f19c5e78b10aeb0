package dev.kintsugi.spec;

import java.util.List;
import java.util.Optional;

/**
 * A topology: what is paired, restored, watched and learnt, and on which topics.
 *
 * @param name prefix of topics, and of what else Kafka knows the topology by
 * @param modalities in the order of the file
 */
public record TopologySpec(
        String name,
        List<ModalitySpec> modalities,
        TopicsSpec topics,
        PairingSpec pairing,
        ModelSpec model,
        RestoreSpec restore,
        ClustersSpec clusters,
        DriftSpec drift,
        RetrainSpec retrain) {
    private static final Form<String> NAME = Form.matching(
            "[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}", "use up to 64 of a-z, A-Z, 0-9, dot, underscore and hyphen");

    public TopologySpec {
        modalities = List.copyOf(modalities);
    }

    static TopologySpec from(Section root) {
        String name = root.require("name", NAME, "unnamed");
        List<ModalitySpec> modalities = Modalities.from(root, name);
        boolean paired = modalities.size() != 1;
        return new TopologySpec(
                name,
                modalities,
                TopicsGrammar.from(root, name, modalities),
                root.section("pairing", section -> PairingSpec.from(section, paired)),
                root.section("model", section -> ModelSpec.from(section, name, modalities)),
                root.section("restore", section -> RestoreSpec.from(section, paired)),
                root.section("clusters", section -> ClustersSpec.from(section, paired)),
                root.section("drift", DriftSpec::from),
                root.section("retrain", RetrainSpec::from));
    }

    public Optional<ModalitySpec> modality(String wanted) {
        return modalities.stream()
                .filter(modality -> modality.name().equals(wanted))
                .findFirst();
    }

    /** What is seen or heard, in the order of the file. */
    public List<SensedModality> sensed() {
        return modalities.stream()
                .filter(SensedModality.class::isInstance)
                .map(SensedModality.class::cast)
                .toList();
    }

    public Optional<LabelModality> label() {
        return modalities.stream()
                .filter(LabelModality.class::isInstance)
                .map(LabelModality.class::cast)
                .findFirst();
    }

    /** Whether there is anything to pair with and to restore from: two modalities or more. */
    public boolean restores() {
        return modalities.size() > 1;
    }
}
