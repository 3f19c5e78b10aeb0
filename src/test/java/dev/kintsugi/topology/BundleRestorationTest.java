package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.event.Restored;
import dev.kintsugi.event.SourceEvent;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.topology.Restoration.Answer;
import dev.kintsugi.topology.Restoration.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BundleRestorationTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_000);
    private static final Bundle BUNDLE = RandomBundle.of(RandomModel.digits());

    private final Restoration model =
            BundleRestoration.of(RandomBundle.DIGITS, BUNDLE).get();

    @Test
    void restoresEachMissingSideInItsOwnForm() {
        Answer.Made made = restore(lonely(1));
        assertThat(made.restored()).extracting(Restored::modality).containsExactly("audio", "label");
        Restored audio = made.restored().get(0);
        assertThat(Wav.decode(audio.content().bytes().array())).isInstanceOf(Decoded.Ok.class);
        assertThat(audio.preview().lines().count()).isBetween(1L, 14L);
        assertThat(audio.confidence()).isBetween(0f, 1f);
        assertThat(audio.modelId()).isEqualTo(BUNDLE.shortId());
        assertThat(audio.lineage()).containsExactly(new SourceEvent("image", new Origin("digits.image", 0, 1)));
        Restored label = made.restored().get(1);
        assertThat(label.content())
                .isEqualTo(new Content.Label(label.guess().orElseThrow().label()));
        assertThat(audio.guess()).isEqualTo(label.guess());
    }

    @Test
    void saysWhereTheObservationLies() {
        var latents = restore(lonely(1)).latents();
        assertThat(latents.mean()).hasSize(16);
        assertThat(latents.logVariance()).hasSize(16);
        assertThat(latents.privates()).containsOnlyKeys("image");
        assertThat(latents.responsibilities()).hasSize(10);
        assertThat(latents.cluster()).isPresent();
        assertThat(latents.attention()).containsKeys("image", "prior");
        assertThat(latents.observed()).containsExactly("image");
    }

    @Test
    void answersTheSameWhateverElseIsAsked() {
        List<Question> many = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> many.add(new Question.Restore(lonely(i))));
        many.add(17, new Question.Read(picture(99)));
        List<Answer> together = model.answer(many, NOW);
        for (int i : List.of(0, 17, 31, 40)) {
            assertThat(model.answer(List.of(many.get(i)), NOW)).containsExactly(together.get(i));
        }
    }

    @Test
    void anotherTasksModelAnswersTheSame() {
        Restoration other = BundleRestoration.of(RandomBundle.DIGITS, RandomBundle.of(RandomModel.digits()))
                .get();
        List<Question> question = List.of(new Question.Restore(lonely(3)));
        assertThat(other.answer(question, NOW)).isEqualTo(model.answer(question, NOW));
    }

    @Test
    void samplesDifferFromObservationToObservation() {
        Observation one = lonely(1);
        Observation another = new Observation(
                "another",
                one.key(),
                one.closedBy(),
                one.missing(),
                one.eventTime(),
                one.deadline(),
                one.streamTime(),
                one.closedAt(),
                one.events());
        assertThat(restore(one).restored().get(0).content())
                .isNotEqualTo(restore(another).restored().get(0).content());
    }

    @Test
    void aPayloadThatCannotBeReadFailsAlone() {
        ObservedEvent broken = new ObservedEvent(
                "image", Optional.empty(), NOW, new Origin("digits.image", 0, 7), new Content.Png(Bytes.of(new byte[] {
                    1, 2, 3
                })));
        List<Answer> answers = model.answer(
                List.of(
                        new Question.Restore(observation(7, List.of("audio", "label"), List.of(broken))),
                        new Question.Restore(lonely(1))),
                NOW);
        assertThat(answers.get(0)).isInstanceOf(Answer.Failed.class);
        assertThat(answers.get(1)).isInstanceOf(Answer.Made.class);
    }

    @Test
    void readsWhatATrueSideShows() {
        Answer seen = model.answer(List.of(new Question.Read(picture(3))), NOW).get(0);
        assertThat(((Answer.Seen) seen).guess()).isPresent();
        ObservedEvent label = new ObservedEvent(
                "label", Optional.empty(), NOW, new Origin("digits.label", 0, 7), new Content.Label("4"));
        assertThat(model.answer(List.of(new Question.Read(label)), NOW))
                .containsExactly(new Answer.Seen(Optional.of(new Guess("4", 1))));
    }

    @Test
    void aFewCompleteObservationsAreComparedWithWhatIsRestoredOfThem() {
        List<Question> questions = new ArrayList<>();
        Content sound = restore(lonely(1)).restored().get(0).content();
        for (int i = 0; i < 400; i++) {
            ObservedEvent heard =
                    new ObservedEvent("audio", Optional.empty(), NOW, new Origin("digits.audio", 0, i), sound);
            questions.add(new Question.Restore(observation(i, List.of("label"), List.of(picture(i), heard))));
        }
        var shadows = model.answer(questions, NOW).stream()
                .flatMap(answer -> ((Answer.Made) answer).shadows().stream())
                .toList();
        // two in a hundred of 400
        assertThat(shadows).hasSizeBetween(1, 24).allSatisfy(shadow -> {
            assertThat(shadow.shadow()).isTrue();
            assertThat(shadow.estimate()).isPresent();
            assertThat(shadow.truth()).isPresent();
            assertThat(shadow.agrees()).isPresent();
        });
    }

    @Test
    void aBundleOfOtherShapesIsRefusedByName() {
        Part.Sensed small = new Part.Sensed("image", Part.Kind.IMAGE, 20, 20, 10);
        Architecture other =
                new Architecture(List.of(small, RandomModel.AUDIO, RandomModel.LABEL), 16, new Prior.Mixture(10));
        assertThatThrownBy(() -> BundleRestoration.of(RandomBundle.DIGITS, RandomBundle.of(other)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("modalities.image")
                .hasMessageContaining("28x28")
                .hasMessageContaining("20x20")
                .hasMessageContaining("--model");
    }

    @Test
    void aBundleWithoutThatModalityIsRefusedByName() {
        Architecture deaf = new Architecture(List.of(RandomModel.IMAGE, RandomModel.LABEL), 16, new Prior.Mixture(10));
        assertThatThrownBy(() -> BundleRestoration.of(RandomBundle.DIGITS, RandomBundle.of(deaf)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("modalities.audio of the topology is no part of the bundle");
    }

    private Answer.Made restore(Observation observation) {
        return (Answer.Made)
                model.answer(List.of(new Question.Restore(observation)), NOW).get(0);
    }

    static Observation lonely(int number) {
        return observation(number, List.of("audio", "label"), List.of(picture(number)));
    }

    private static Observation observation(int number, List<String> missing, List<ObservedEvent> events) {
        return new Observation(
                "digits.image-0-" + number, "k" + number, ClosedBy.DEADLINE, missing, NOW, NOW, NOW, NOW, events);
    }

    private static ObservedEvent picture(int number) {
        byte[] grey = new byte[28 * 28];
        Random random = new Random(number);
        for (int i = 0; i < 200; i++) {
            grey[28 * (4 + random.nextInt(20)) + 4 + random.nextInt(20)] = (byte) 255;
        }
        byte[] png = Pictures.png(new Picture(28, 28, grey));
        return new ObservedEvent(
                "image", Optional.empty(), NOW, new Origin("digits.image", 0, number), new Content.Png(Bytes.of(png)));
    }
}
