package dev.kintsugi.broker;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.PairedExamples;
import dev.kintsugi.data.PairedExamples.Draw;
import dev.kintsugi.data.Split;
import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.AudioPayload;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.event.LabelEvent;
import dev.kintsugi.scenario.Evidence;
import dev.kintsugi.scenario.Things;
import dev.kintsugi.spec.ImageModality;
import dev.kintsugi.spec.LabelModality;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopologySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things drawn from a data set: examples of one label, one for each modality of a topology, and the label itself. */
public final class DrawnThings implements Things {
    private final PairedExamples examples;
    private final Optional<String> labelModality;

    public DrawnThings(TopologySpec topology, Dataset dataset, Split split, long seed) {
        Map<String, Examples<?>> modalities = new LinkedHashMap<>();
        for (SensedModality modality : topology.sensed()) {
            modalities.put(
                    modality.name(),
                    modality instanceof ImageModality
                            ? dataset.pictures(modality.data(), split)
                            : dataset.sounds(modality.data(), split));
        }
        examples = new PairedExamples(seed, modalities);
        labelModality = topology.label().map(LabelModality::name);
        topology.label().ifPresent(label -> requireKnown(examples.labels(), label));
    }

    private static void requireKnown(List<String> labels, LabelModality modality) {
        List<String> unknown = labels.stream()
                .filter(label -> !modality.classes().contains(label))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Fault("the data set has the labels " + String.join(", ", unknown) + ", which are not among"
                    + " modalities." + modality.name() + ".classes of the topology file; list them there, or use other"
                    + " data");
        }
    }

    @Override
    public Map<String, Evidence> sides(long n) {
        Draw draw = examples.draw(n);
        Map<String, Evidence> sides = new LinkedHashMap<>();
        draw.sides().forEach((modality, example) -> sides.put(modality, evidence(example)));
        labelModality.ifPresent(modality ->
                sides.put(modality, (id, time) -> new LabelEvent(id, time, Optional.of("data set"), draw.label())));
        return sides;
    }

    /** Encoded only when the event is made: what never comes costs nothing. */
    private static Evidence evidence(Example<?> example) {
        Optional<String> source = Optional.of(example.source());
        if (example.value() instanceof Picture picture) {
            return (id, time) ->
                    new ImageEvent(id, time, source, new ImagePayload.Png(Bytes.of(Pictures.png(picture))));
        }
        Sound sound = (Sound) example.value();
        return (id, time) -> new AudioEvent(id, time, source, new AudioPayload.Wav(Bytes.of(Wav.encode(sound))));
    }
}
