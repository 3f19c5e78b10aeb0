package dev.kintsugi.topology;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.sense.Senses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events as a model takes them. */
final class Perception {
    private final Senses senses;
    private final Map<String, List<String>> classes = new HashMap<>();

    Perception(Bundle bundle) {
        senses = Senses.of(bundle.manifest());
        for (Part.Labelled part : bundle.manifest().architecture().labelled()) {
            classes.put(part.name(), part.classes());
        }
    }

    /** @param seed what random choices over them derive from */
    Decoded<Observed> of(List<ObservedEvent> events, long seed) {
        Map<String, float[]> sensed = new HashMap<>();
        Map<String, Integer> labels = new HashMap<>();
        for (ObservedEvent event : events) {
            if (event.content() instanceof Content.Label label) {
                labels.put(event.modality(), classes.get(event.modality()).indexOf(label.name()));
                continue;
            }
            Decoded<float[]> row =
                    senses.of(event.modality()).read(event.content().bytes().array());
            if (row instanceof Decoded.Bad<float[]> bad) {
                return bad.retyped();
            }
            sensed.put(event.modality(), ((Decoded.Ok<float[]>) row).value());
        }
        return Decoded.ok(new Observed(sensed, labels, seed));
    }
}
