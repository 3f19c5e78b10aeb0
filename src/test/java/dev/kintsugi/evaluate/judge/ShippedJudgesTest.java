package dev.kintsugi.evaluate.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The judges in {@code models/judges}, on digits of a seed that nothing was trained on. */
class ShippedJudgesTest {
    private static final Path JUDGES = Path.of("models", "judges");
    private static final SyntheticDataset FRESH = new SyntheticDataset(20_260_101);
    private static final int ENOUGH = 500;

    private static Judge<Picture> western() {
        return Judge.ofPictures(JUDGES.resolve("mnist"));
    }

    private static Judge<Sound> spoken() {
        return Judge.ofSounds(JUDGES.resolve("fsdd"));
    }

    private static Examples<Picture> written() {
        return Part.first(FRESH.pictures("mnist", Split.TEST), ENOUGH);
    }

    private static Examples<Sound> sounds() {
        return Part.first(FRESH.sounds("fsdd", Split.TEST), ENOUGH);
    }

    private static <T> List<T> values(Examples<T> examples, int count) {
        return IntStream.range(0, count).mapToObj(i -> examples.get(i).value()).toList();
    }

    @Test
    void readsWesternDigits() {
        assertThat(western().accuracy("", written(), false).share()).isGreaterThanOrEqualTo(.97);
    }

    @Test
    void readsKannadaDigits() {
        Judge<Picture> judge = Judge.ofPictures(JUDGES.resolve("kannada"));
        Examples<Picture> written = Part.first(FRESH.pictures("kannada", Split.TEST), ENOUGH);
        assertThat(judge.accuracy("", written, false).share()).isGreaterThanOrEqualTo(.97);
    }

    @Test
    void hearsSpokenDigits() {
        assertThat(spoken().accuracy("", sounds(), false).share()).isGreaterThanOrEqualTo(.97);
    }

    @Test
    void hearsSpokenDigitsThroughTheVocoder() {
        assertThat(spoken().accuracy("", sounds(), true).share()).isGreaterThanOrEqualTo(.97);
    }

    static List<Subject<?>> subjects() {
        return Subject.ALL;
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theirCardsTellOfRealTestDataReadWell(Subject<?> subject) {
        JudgeCard card = subject.judge(JUDGES).card();
        assertThat(card.accuracy())
                .filteredOn(each -> each.on().startsWith(subject.name() + " test"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.share()).isGreaterThanOrEqualTo(.97));
    }

    @Test
    void aBatchIsJudgedAsItsExamplesAreOneByOne() {
        Judge<Picture> judge = western();
        List<Picture> pictures = values(written(), 150);
        Verdicts together = judge.verdicts(pictures);
        for (int i = 0; i < pictures.size(); i++) {
            float[] alone = judge.verdicts(List.of(pictures.get(i))).probabilities()[0];
            assertThat(together.probabilities()[i])
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(alone);
        }
    }

    @Test
    void filesAreJudgedAsWhatTheyHold() {
        Judge<Picture> judge = western();
        List<Picture> pictures = values(written(), 20);
        assertThat(judge.verdictsOnPayloads(pictures.stream().map(Pictures::png).toList())
                        .probabilities())
                .isDeepEqualTo(judge.verdicts(pictures).probabilities());
    }

    @Test
    void probabilitiesOfSoundsAddUpToOne() {
        Verdicts verdicts = spoken().verdicts(values(sounds(), 20));
        for (float[] each : verdicts.probabilities()) {
            assertThat(IntStream.range(0, each.length).mapToDouble(i -> each[i]).sum())
                    .isBetween(1 - 1e-5, 1 + 1e-5);
        }
    }

    @Test
    void saysWhichFileCannotBeJudged() {
        byte[] good = Wav.encode(sounds().get(0).value());
        Judge<Sound> judge = spoken();
        assertThatThrownBy(() -> judge.verdictsOnPayloads(List.of(good, new byte[0])))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("payload 1 cannot be judged (audio-empty): the sound has 0 bytes");
    }

    @Test
    void nothingToJudgeHasNoVerdicts() {
        assertThat(western().verdicts(List.of()).size()).isZero();
    }
}
