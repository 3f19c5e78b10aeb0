package dev.kintsugi.studio;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Trust;
import dev.kintsugi.sense.Sense;
import dev.kintsugi.sense.Senses;
import java.util.List;

/** A bundle opened for use: what it knows, and how it sees and hears. */
public record Model(Bundle bundle, Inference inference, Senses senses, Trust trust) {

    public static Model of(Bundle bundle) {
        Architecture architecture = bundle.manifest().architecture();
        return new Model(
                bundle,
                Inference.of(architecture, bundle.weights()),
                Senses.of(bundle.manifest()),
                Trust.of(bundle.manifest().references()));
    }

    public Architecture architecture() {
        return inference.architecture();
    }

    public String id() {
        return bundle.shortId();
    }

    Sense<?> sense(Part.Sensed part) {
        return senses.of(part.name());
    }

    /**
     * A part by the name that a user gave.
     *
     * @param option that it was given with
     */
    Part part(String name, String option) {
        return architecture()
                .part(name)
                .orElseThrow(() -> new Fault(option + " is \"" + name + "\"; the model has "
                        + names(architecture().modalities())));
    }

    /** As {@link #part}, and it is a picture or a sound. */
    Part.Sensed sensed(String name, String option) {
        if (part(name, option) instanceof Part.Sensed sensed) {
            return sensed;
        }
        throw new Fault(option + " is \"" + name + "\", which is neither picture nor sound; use "
                + names(architecture().sensed()));
    }

    private static String names(List<? extends Part> parts) {
        return String.join(", ", parts.stream().map(Part::name).toList());
    }
}
