package dev.kintsugi.topology;

import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.Latents;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Restored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The model as the stream asks it: a batch of questions, an answer to each. One for each task; it is not shared. */
public interface Restoration {

    /**
     * The answers, in the order of the questions; none depends on what else is asked.
     *
     * @param now the wall clock, for records that say when they were made
     */
    List<Answer> answer(List<Question> questions, Instant now);

    /** Between two batches, also while there is nothing to ask: when a newer model is taken up, if there is one. */
    default void beforeBatch() {}

    /** What the model is asked. */
    sealed interface Question {

        /** What was missing? */
        record Restore(Observation observation) implements Question {}

        /** What does this show? */
        record Read(ObservedEvent event) implements Question {}
    }

    /** What the model says. */
    sealed interface Answer {

        /**
         * To {@link Question.Restore}.
         *
         * @param restored each missing modality
         * @param shadows comparisons with sides that were there, but were hidden for the purpose
         */
        record Made(List<Restored> restored, Latents latents, List<Hindsight> shadows) implements Answer {
            public Made {
                restored = List.copyOf(restored);
                shadows = List.copyOf(shadows);
            }
        }

        /** To {@link Question.Read}; nothing where the model knows no classes. */
        record Seen(Optional<Guess> guess) implements Answer {}

        /**
         * Nothing comes of that question.
         *
         * @param reason short and for machines, such as {@code value-not-finite}
         */
        record Failed(String reason, String message) implements Answer {}
    }
}
