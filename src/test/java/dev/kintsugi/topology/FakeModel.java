package dev.kintsugi.topology;

import dev.kintsugi.event.Content;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Latents;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.Restored;
import dev.kintsugi.event.SourceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says "7" to everything; stumbles where told to. */
final class FakeModel implements Restoration {
    static final String ID = "fake";

    final List<Integer> batches = new ArrayList<>();
    final Set<String> failing = new HashSet<>();
    final Set<String> breaking = new HashSet<>();

    /** How long a batch takes, and all of them have. */
    Duration perBatch = Duration.ZERO;

    Duration busy = Duration.ZERO;

    @Override
    public List<Answer> answer(List<Question> questions, Instant now) {
        batches.add(questions.size());
        busy = busy.plus(perBatch);
        return questions.stream().map(question -> answer(question, now)).toList();
    }

    private Answer answer(Question question, Instant now) {
        if (question instanceof Question.Restore restore) {
            Observation observation = restore.observation();
            if (breaking.contains(observation.key())) {
                throw new IllegalStateException("broke over " + observation.key());
            }
            return failing.contains(observation.key())
                    ? new Answer.Failed("value-not-finite", "pixel 3 is NaN")
                    : made(observation, now);
        }
        return new Answer.Seen(Optional.of(new Guess("7", .8f)));
    }

    private static Answer made(Observation observation, Instant now) {
        List<SourceEvent> lineage = observation.events().stream()
                .map(event -> new SourceEvent(event.modality(), event.origin()))
                .toList();
        List<Restored> restored = observation.missing().stream()
                .map(missing -> new Restored(
                        observation.key(),
                        missing,
                        Optional.of(new Guess("7", .9f)),
                        .75f,
                        ID,
                        observation.eventTime(),
                        now,
                        observation.closedBy(),
                        observation.id(),
                        lineage,
                        "seven",
                        new Content.Label("7")))
                .toList();
        return new Answer.Made(restored, latents(observation, lineage), List.of());
    }

    private static Latents latents(Observation observation, List<SourceEvent> lineage) {
        return new Latents(
                observation.key(),
                observation.id(),
                ID,
                observation.closedBy(),
                observation.eventTime(),
                List.of(0f),
                List.of(0f),
                Map.of(),
                List.of(1f),
                Optional.of(0),
                Map.of("prior", 1f),
                lineage);
    }
}
