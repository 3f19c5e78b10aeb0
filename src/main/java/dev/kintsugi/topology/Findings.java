package dev.kintsugi.topology;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Estimate;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.Latents;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Restored;
import dev.kintsugi.event.SourceEvent;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Inferred;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Restored.Side;
import dev.kintsugi.mvae.infer.Restored.Whole;
import dev.kintsugi.sense.Senses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a model found, as records say it. */
final class Findings {
    private final Senses senses;
    private final String modelId;
    private final Optional<Part.Labelled> label;
    private final boolean mixture;
    private final Map<String, Part.Sensed> parts = new LinkedHashMap<>();

    Findings(Bundle bundle) {
        senses = Senses.of(bundle.manifest());
        modelId = bundle.shortId();
        label = bundle.manifest().architecture().labelled().stream().findFirst();
        mixture = bundle.manifest().architecture().prior() instanceof Prior.Mixture;
        bundle.manifest().architecture().sensed().forEach(part -> parts.put(part.name(), part));
    }

    /** The class that it most probably is, where the model knows classes. */
    Optional<Guess> guess(Posterior posterior) {
        return label.map(part -> {
            int most = posterior.guess(part.name());
            return new Guess(part.classes().get(most), posterior.labels().get(part.name())[most]);
        });
    }

    Decoded<Restored> restored(Observation observation, String modality, Whole whole, Instant now) {
        Optional<Guess> guess = guess(whole.posterior());
        if (!parts.containsKey(modality)) {
            Guess it = guess.orElseThrow();
            Content content = new Content.Label(it.label());
            return Decoded.ok(restored(observation, modality, guess, it.probability(), now, it.label(), content));
        }
        Side side = whole.sides().get(modality);
        return senses.of(modality)
                .write(side.values())
                .flatMap(payload -> preview(parts.get(modality), side.values())
                        .map(preview -> restored(
                                observation,
                                modality,
                                guess,
                                (float) side.confidence(),
                                now,
                                preview,
                                content(parts.get(modality), payload))));
    }

    private Restored restored(
            Observation observation,
            String modality,
            Optional<Guess> guess,
            float confidence,
            Instant now,
            String preview,
            Content content) {
        return new Restored(
                observation.key(),
                modality,
                guess,
                confidence,
                modelId,
                observation.eventTime(),
                now,
                observation.closedBy(),
                observation.id(),
                lineage(observation),
                preview,
                content);
    }

    Latents latents(Observation observation, Posterior posterior) {
        Map<String, List<Float>> privates = new LinkedHashMap<>();
        for (String part : parts.keySet()) {
            if (posterior.privates().containsKey(part)) {
                privates.put(part, floats(posterior.privates().get(part).mean()));
            }
        }
        return new Latents(
                observation.key(),
                observation.id(),
                modelId,
                observation.closedBy(),
                observation.eventTime(),
                floats(posterior.shared().mean()),
                floats(posterior.shared().logVariance()),
                privates,
                floats(posterior.responsibilities()),
                mixture ? Optional.of(posterior.component()) : Optional.empty(),
                posterior.attention(),
                lineage(observation));
    }

    Hindsight shadow(
            Observation observation,
            ObservedEvent hidden,
            dev.kintsugi.mvae.infer.Restored restored,
            Inferred truth,
            Instant now) {
        Optional<Estimate> estimate = restored instanceof Whole whole
                ? Optional.of(new Estimate(
                        hidden.modality(),
                        guess(whole.posterior()),
                        (float) whole.sides().get(hidden.modality()).confidence(),
                        modelId))
                : Optional.empty();
        Optional<Guess> is = truth instanceof Posterior posterior ? guess(posterior) : Optional.empty();
        return Hindsight.of(
                observation.key(), observation.id(), observation.closedBy(), true, estimate, is, now, hidden);
    }

    private static Content content(Part.Sensed part, byte[] payload) {
        return switch (part.kind()) {
            case IMAGE -> new Content.Png(Bytes.of(payload));
            case AUDIO -> new Content.Wav(Bytes.of(payload));
        };
    }

    /** A picture as it is; of a sound, its pitches from low at the bottom to high, and time from left to right. */
    private static Decoded<String> preview(Part.Sensed part, float[] values) {
        return switch (part.kind()) {
            case IMAGE -> Pictures.of(values, 0, part.width(), part.height()).map(Picture::preview);
            case AUDIO ->
                Pictures.of(upright(part, values), 0, part.height(), part.width())
                        .map(Picture::preview);
        };
    }

    private static float[] upright(Part.Sensed part, float[] values) {
        float[] turned = new float[values.length];
        for (int frame = 0; frame < part.height(); frame++) {
            for (int band = 0; band < part.width(); band++) {
                turned[(part.width() - 1 - band) * part.height() + frame] = values[frame * part.width() + band];
            }
        }
        return turned;
    }

    private static List<SourceEvent> lineage(Observation observation) {
        return observation.events().stream()
                .map(event -> new SourceEvent(event.modality(), event.origin()))
                .toList();
    }

    private static List<Float> floats(float[] values) {
        List<Float> list = new ArrayList<>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
