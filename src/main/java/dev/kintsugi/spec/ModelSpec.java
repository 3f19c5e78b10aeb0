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
 * @param privateBetas weight of the KL term of the private part of each sensed modality, by its name
 */
public record ModelSpec(
        Path bundle,
        int shared,
        Map<String, Integer> privates,
        Prior prior,
        int components,
        double beta,
        Map<String, Double> privateBetas,
        TrainingSpec training) {
    private static final Form<Integer> SIZE = Form.whole(0, 256);
    private static final Form<Double> WEIGHT = Form.decimal(0, 1000);
    private static final int PRIVATE_WHEN_PAIRED = 10;

    public ModelSpec {
        privates = Collections.unmodifiableMap(new LinkedHashMap<>(privates));
        privateBetas = Collections.unmodifiableMap(new LinkedHashMap<>(privateBetas));
    }

    static ModelSpec from(Section section, String topology, List<ModalitySpec> modalities) {
        int classes = modalities.stream()
                .filter(LabelModality.class::isInstance)
                .mapToInt(label -> ((LabelModality) label).classes().size())
                .findFirst()
                .orElse(0);
        List<String> sensed = modalities.stream()
                .filter(SensedModality.class::isInstance)
                .map(ModalitySpec::name)
                .toList();
        ModelSpec spec = new ModelSpec(
                section.get("bundle", Form.path("models/digits"), Path.of("models", topology)),
                section.get("shared", Form.whole(1, 256), 16),
                each(section, "private", SIZE, modalities.size() > 1 ? PRIVATE_WHEN_PAIRED : 0, sensed),
                section.get("prior", Form.oneOf(Prior.class), Prior.MIXTURE),
                section.get("components", Form.whole(1, 256), classes > 0 ? classes : 10),
                section.get("beta", WEIGHT, 1.0),
                each(section, "private-beta", WEIGHT, 1.5, sensed),
                section.section("training", TrainingSpec::from));
        if (section.sound() && spec.prior == Prior.MIXTURE && spec.components < classes) {
            section.refuse(
                    "components",
                    "is \"" + spec.components + "\", fewer than the " + classes + " classes of the label",
                    "use " + classes + " or more");
        }
        return spec;
    }

    /** One value for all sensed modalities, or a mapping from modality to value. */
    private static <V> Map<String, V> each(Section section, String key, Form<V> form, V usual, List<String> sensed) {
        Map<String, V> values = new LinkedHashMap<>();
        if (section.hasSection(key)) {
            section.section(key, mapping -> {
                sensed.forEach(name -> values.put(name, mapping.get(name, form, usual)));
                return mapping;
            });
        } else {
            V value = section.get(key, form, usual);
            sensed.forEach(name -> values.put(name, value));
        }
        return values;
    }
}
