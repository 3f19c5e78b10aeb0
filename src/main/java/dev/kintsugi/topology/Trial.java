package dev.kintsugi.topology;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.topology.Restoration.Answer;
import dev.kintsugi.topology.Restoration.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a model is asked before the stream relies on it: an empty picture and silence, of which it must make something. */
final class Trial {
    private final TopologySpec topology;
    private final Bundle bundle;

    Trial(TopologySpec topology, Bundle bundle) {
        this.topology = topology;
        this.bundle = bundle;
    }

    /** @throws Fault if something that it is asked has no answer */
    void of(Restoration model) {
        for (SensedModality side : topology.sensed()) {
            ObservedEvent event = nothing(side.name());
            List<Question> questions = List.of(new Question.Restore(lonely(event)), new Question.Read(event));
            for (Answer answer : model.answer(questions, Instant.EPOCH)) {
                require(side.name(), answer);
            }
        }
    }

    private void require(String modality, Answer answer) {
        if (answer instanceof Answer.Failed failed) {
            throw unusable(modality, failed.message());
        }
        if (answer instanceof Answer.Made made
                && !made.restored().stream().allMatch(side -> Float.isFinite(side.confidence()))) {
            throw unusable(modality, "its confidence is no number");
        }
    }

    private ObservedEvent nothing(String modality) {
        Part.Sensed part =
                (Part.Sensed) bundle.manifest().architecture().part(modality).orElseThrow();
        Decoded<byte[]> written = Senses.of(bundle.manifest()).of(modality).write(new float[part.size()]);
        byte[] payload = written.orElseThrow(bad -> unusable(modality, bad.message()));
        Content content = switch (part.kind()) {
            case IMAGE -> new Content.Png(Bytes.of(payload));
            case AUDIO -> new Content.Wav(Bytes.of(payload));
        };
        return new ObservedEvent(modality, Optional.empty(), Instant.EPOCH, new Origin("trial", 0, 0), content);
    }

    private Observation lonely(ObservedEvent event) {
        List<String> missing = topology.modalities().stream()
                .map(ModalitySpec::name)
                .filter(name -> !name.equals(event.modality()))
                .toList();
        Instant then = Instant.EPOCH;
        return new Observation("trial", "trial", ClosedBy.DEADLINE, missing, then, then, then, then, List.of(event));
    }

    private Fault unusable(String modality, String why) {
        return new Fault("model " + bundle.shortId() + " has no answer to an empty " + modality + ": " + why
                + "; train it anew, or name another with --model");
    }
}
