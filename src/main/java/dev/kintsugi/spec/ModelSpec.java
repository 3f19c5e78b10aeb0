package dev.kintsugi.spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The model of a topology: where its bundle lies, and what a new one is trained as.
 *
 * @param bundle the directory of the bundle, relative to the working directory
 * @param shared numbers in the shared part of the latent
 * @param privates numbers in the private part of each sensed modality, by its name
 * @param components Gaussians of the mixture prior; without meaning for a normal prior
 * @param beta weight of the KL term of the shared part
 * @param privateBeta weight of the KL terms of the private parts
 */
public record ModelSpec(
        Path bundle,
        int shared,
        Map<String, Integer> privates,
        Prior prior,
        int components,
        double beta,
        double privateBeta,
        TrainingSpec training) {
    private static final Form<Integer> SIZE = Form.whole(0, 256);
    private static final Form<Double> WEIGHT = Form.decimal(0, 1000);
    private static final int PRIVATE_WHEN_PAIRED = 10;

    public ModelSpec {
        privates = Collections.unmodifiableMap(new LinkedHashMap<>(privates));
    }

    static ModelSpec from(Section section, String topology, List<ModalitySpec> modalities) {
        int classes = modalities.stream()
                .filter(LabelModality.class::isInstance)
                .mapToInt(label -> ((LabelModality) label).classes().size())
                .findFirst()
                .orElse(0);
        ModelSpec spec = new ModelSpec(
                section.get("bundle", Form.path("models/digits"), Path.of("models", topology)),
                section.get("shared", Form.whole(1, 256), 16),
                privates(section, modalities),
                section.get("prior", Form.oneOf(Prior.class), Prior.MIXTURE),
                section.get("components", Form.whole(1, 256), classes > 0 ? classes : 10),
                section.get("beta", WEIGHT, 1.0),
                section.get("private-beta", WEIGHT, 1.5),
                section.section("training", TrainingSpec::from));
        if (section.sound() && spec.prior == Prior.MIXTURE && spec.components < classes) {
            section.refuse(
                    "components",
                    "is \"" + spec.components + "\", fewer than the " + classes + " classes of the label",
                    "use " + classes + " or more");
        }
        return spec;
    }

    /**
     * One size for all, or a mapping from modality to size; nothing is private where there is nothing to share with.
     */
    private static Map<String, Integer> privates(Section section, List<ModalitySpec> modalities) {
        int usual = modalities.size() > 1 ? PRIVATE_WHEN_PAIRED : 0;
        List<String> sensed = modalities.stream()
                .filter(SensedModality.class::isInstance)
                .map(ModalitySpec::name)
                .toList();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        if (section.hasSection("private")) {
            section.section("private", each -> {
                sensed.forEach(name -> sizes.put(name, each.get(name, SIZE, usual)));
                return each;
            });
        } else {
            int size = section.get("private", SIZE, usual);
            sensed.forEach(name -> sizes.put(name, size));
        }
        return sizes;
    }
}
