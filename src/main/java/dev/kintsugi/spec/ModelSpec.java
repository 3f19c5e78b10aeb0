package dev.kintsugi.spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
        boolean shares = modalities.size() > 1;
        ModelSpec spec = new ModelSpec(
                section.get("bundle", Form.path("models/digits"), Path.of("models", topology)),
                section.get("shared", Form.whole(1, 256), 16),
                each(section, "private", SIZE, modalities, one -> shares ? usualPrivate(one) : 0),
                section.get("prior", Form.oneOf(Prior.class), Prior.MIXTURE),
                section.get("components", Form.whole(1, 256), classes > 0 ? classes : 10),
                section.get("beta", WEIGHT, 1.0),
                each(section, "private-beta", WEIGHT, modalities, ModelSpec::usualBeta),
                section.section("training", TrainingSpec::from));
        if (section.sound() && spec.prior == Prior.MIXTURE && spec.components < classes) {
            section.refuse(
                    "components",
                    "is \"" + spec.components + "\", fewer than the " + classes + " classes of the label",
                    "use " + classes + " or more");
        }
        return spec;
    }

    private static int usualPrivate(SensedModality modality) {
        return modality instanceof ImageModality ? 12 : 24;
    }

    /** Values of a sound are hardly ever 0 or 1, so their likelihood says little: a weight of 1 would blur it. */
    private static double usualBeta(SensedModality modality) {
        return modality instanceof ImageModality ? 1.0 : 0.2;
    }

    /** One value for all sensed modalities, or a mapping from modality to value. */
    private static <V> Map<String, V> each(
            Section section,
            String key,
            Form<V> form,
            List<ModalitySpec> modalities,
            Function<SensedModality, V> usual) {
        Map<String, V> values = new LinkedHashMap<>();
        modalities.stream()
                .filter(SensedModality.class::isInstance)
                .map(SensedModality.class::cast)
                .forEach(one -> values.put(one.name(), usual.apply(one)));
        if (section.hasSection(key)) {
            section.section(key, mapping -> {
                values.replaceAll((name, value) -> mapping.get(name, form, value));
                return mapping;
            });
        } else {
            values.replaceAll((name, value) -> section.get(key, form, value));
        }
        return values;
    }
}
