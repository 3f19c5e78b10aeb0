package dev.kintsugi.sense;

import dev.kintsugi.codec.image.CanonicalPicture;
import dev.kintsugi.codec.image.Polarity;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.bundle.Manifest;
import dev.kintsugi.spec.AudioModality;
import dev.kintsugi.spec.ImageModality;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopologySpec;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The senses of one model, by the name of the part, in its order.
 *
 * @param data which data each part was made for, as data sets call it
 */
public record Senses(Map<String, Sense<?>> byPart, Map<String, String> data) {
    private static final String DATA = "data";

    public Senses {
        byPart = Collections.unmodifiableMap(new LinkedHashMap<>(byPart));
        data = Map.copyOf(data);
    }

    /** What a model of this topology will see and hear. */
    public static Senses of(TopologySpec topology) {
        Map<String, Sense<?>> senses = new LinkedHashMap<>();
        Map<String, String> data = new HashMap<>();
        topology.sensed().forEach(modality -> {
            senses.put(modality.name(), of(modality));
            data.put(modality.name(), modality.data());
        });
        return new Senses(senses, data);
    }

    /**
     * What a trained model sees and hears.
     *
     * @throws dev.kintsugi.Fault when the manifest does not say it
     */
    public static Senses of(Manifest manifest) {
        Map<String, Sense<?>> senses = new LinkedHashMap<>();
        Map<String, String> data = new HashMap<>();
        for (Part.Sensed part : manifest.architecture().sensed()) {
            Description description =
                    Description.of(part.name(), manifest.preprocessing().get(part.name()));
            senses.put(part.name(), described(part, description));
            data.put(part.name(), description.text(DATA));
        }
        return new Senses(senses, data);
    }

    public Sense<?> of(String part) {
        Sense<?> sense = byPart.get(part);
        if (sense == null) {
            throw new IllegalArgumentException("no sensed part is named " + part + "; there are " + byPart.keySet());
        }
        return sense;
    }

    /** For the manifest of a bundle. */
    public Map<String, Object> preprocessing() {
        Map<String, Object> all = new TreeMap<>();
        byPart.forEach((part, sense) -> {
            Map<String, Object> description = new TreeMap<>(sense.described());
            description.put(DATA, data.get(part));
            all.put(part, description);
        });
        return all;
    }

    /** Whether a model that senses like this may take what this architecture's parts take. */
    public boolean fits(Architecture architecture) {
        return architecture.sensed().stream()
                .allMatch(part -> byPart.containsKey(part.name())
                        && byPart.get(part.name())
                                .part(part.name(), part.privateSize())
                                .equals(part));
    }

    private static Sense<?> of(SensedModality modality) {
        if (modality instanceof ImageModality image) {
            return new Sight(new CanonicalPicture(
                    image.width(),
                    image.height(),
                    Polarity.valueOf(image.polarity().name())));
        }
        AudioModality audio = (AudioModality) modality;
        return Hearing.of(audio.rate(), audio.samples());
    }

    private static Sense<?> described(Part.Sensed part, Description description) {
        Part.Kind kind = description.choice("kind", Part.Kind.class);
        if (kind != part.kind()) {
            throw Description.fault(part.name() + ".kind", kind, part.kind() + ", as the architecture has it,");
        }
        return switch (kind) {
            case IMAGE -> Sight.described(description, part);
            case AUDIO -> Hearing.described(description, part);
        };
    }
}
