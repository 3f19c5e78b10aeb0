package dev.kintsugi.evaluate.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTrainingTest {
    private static final Dataset FRESH = new FewExamples(new SyntheticDataset(2), 300);

    @Test
    void learnsToReadWrittenDigitsFromSomeHundreds() {
        Judge<Picture> judge = trained(Subject.WESTERN_DIGITS, 600, 4, 1);
        // A tenth by chance.
        assertThat(accuracy(judge, Subject.WESTERN_DIGITS)).isGreaterThan(.8);
    }

    @Test
    void learnsToHearSpokenDigitsFromSomeHundreds() {
        assertThat(accuracy(trained(Subject.SPOKEN_DIGITS, 300, 4, 1), Subject.SPOKEN_DIGITS))
                .isGreaterThan(.6);
    }

    @Test
    void theSameSeedTrainsTheSameJudge() {
        assertThat(weights(3)).isEqualTo(weights(3)).isNotEqualTo(weights(4));
    }

    @Test
    void tellsHowFarItIs() {
        List<String> told = new ArrayList<>();
        training(Subject.WESTERN_DIGITS, 150, 2, 1)
                .train(data(150), "", (done, total) -> told.add(done + " of " + total));
        // Twice 300 examples in batches of 128.
        assertThat(told).containsExactly("1 of 6", "2 of 6", "3 of 6", "4 of 6", "5 of 6", "6 of 6");
    }

    @Test
    void whatIsSavedReadsAsWhatWasTrained(@TempDir Path directory) {
        Judge<Picture> judge = trained(Subject.WESTERN_DIGITS, 128, 1, 1);
        judge.save(directory);
        Judge<Picture> loaded = Judge.ofPictures(directory);
        List<Picture> pictures = pictures(20);
        assertThat(loaded.card()).isEqualTo(judge.card());
        assertThat(loaded.verdicts(pictures).probabilities())
                .isDeepEqualTo(judge.verdicts(pictures).probabilities());
    }

    @Test
    void theCardSaysWhatTheJudgeWasTrainedOn() {
        JudgeCard card = new JudgeTraining<>(Subject.WESTERN_DIGITS, 5, 1, 24, true)
                .train(data(120), "the command", (done, total) -> {})
                .card();
        assertThat(card.data())
                .containsExactly("mnist, training part: 110", "synthetic mnist, seed 5, training part: 24");
        assertThat(card.command()).isEqualTo("the command");
        assertThat(card.attribution()).singleElement().asString().contains("CC BY-SA 3.0");
    }

    @Test
    void refusesALabelThatOnlyMadeUpExamplesHave() {
        Examples<Picture> one =
                new OneExample(FRESH.pictures("mnist", Split.TRAIN).get(3));
        Lessons<Picture> lessons = new Lessons<>(new Sight(), List.of("0", "1"));
        assertThatThrownBy(() -> lessons.add(one))
                .isInstanceOf(Fault.class)
                .hasMessage("example synthetic/mnist/train#3 is labelled \"3\", where one of [0, 1] is needed;"
                        + " correct the label or take the example away");
    }

    private record OneExample(Example<Picture> example) implements Examples<Picture> {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public String label(int number) {
            return example.label();
        }

        @Override
        public Example<Picture> get(int number) {
            return new Example<>(example.label(), example.source(), Optional.empty(), example.value());
        }
    }

    private static <T> double accuracy(Judge<T> judge, Subject<T> subject) {
        return judge.accuracy("fresh", subject.examples(FRESH, Split.TEST), false)
                .share();
    }

    private static String weights(long seed) {
        return trained(Subject.WESTERN_DIGITS, 128, 1, seed).card().weights();
    }

    private static <T> Judge<T> trained(Subject<T> subject, int examples, int passes, long seed) {
        return training(subject, examples, passes, seed).train(data(examples), "", (done, total) -> {});
    }

    private static <T> JudgeTraining<T> training(Subject<T> subject, int examples, int passes, long seed) {
        return new JudgeTraining<>(subject, seed, passes, examples, false);
    }

    /** Stands in for real data. */
    private static Dataset data(int examples) {
        return new FewExamples(new SyntheticDataset(11), examples);
    }

    private static List<Picture> pictures(int count) {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(FRESH.pictures("mnist", Split.TEST).get(i).value());
        }
        return pictures;
    }
}
