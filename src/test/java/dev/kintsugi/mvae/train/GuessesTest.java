package dev.kintsugi.mvae.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GuessesTest {
    @Test
    void isCertainOnlyOfWhatIsNearlySure() {
        Guesses guesses = new Guesses(new float[] {.02f, .96f, .02f, .96f, .02f, .02f, .1f, .1f, .8f}, 3);

        assertThat(guesses.certain()).containsExactly(OptionalInt.of(1), OptionalInt.of(0), OptionalInt.empty());
        assertThat(guesses.best(2)).isEqualTo(2);
    }

    @Test
    void believesLessWhatIsGuessedMoreOften() {
        float[] often = {.92f, .08f};
        float[] seldom = {.3f, .7f};
        Guesses guesses = new Guesses(
                new float[] {often[0], often[1], often[0], often[1], often[0], often[1], seldom[0], seldom[1]}, 2);

        assertThat(guesses.certain())
                .containsExactly(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
        assertThat(new Guesses(new float[] {often[0], often[1], often[1], often[0]}, 2).certain())
                .containsExactly(OptionalInt.of(0), OptionalInt.of(1));
    }

    @Test
    void goesByTheRowsThatAreAskedForAlone() {
        float[] one = {.95f, .05f};
        Guesses guesses = new Guesses(new float[] {one[0], one[1], one[1], one[0], 0, 0, 0, 0}, 2);

        assertThat(guesses.differ()).isTrue();
        assertThat(guesses.certain())
                .containsExactly(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty());
        assertThat(new Guesses(new float[4], 2).differ()).isFalse();
    }

    @Test
    void differsWhereMostClassesAreInUse() {
        assertThat(of(0, 1, 2).differ()).isTrue();
        assertThat(of(0, 0, 0).differ()).isFalse();
        assertThat(of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1).differ()).isFalse();
        assertThat(of(0, 1, 0, 1, 0, 1, 0, 1, 0, 2, 0, 2).differ()).isTrue();
    }

    @Test
    void expectsNoMoreClassesThanSoFewRowsMayHave() {
        assertThat(of(0, 1, 0).differ()).isTrue();
    }

    /** All of them certain. */
    private static Guesses of(int... classes) {
        float[] probabilities = new float[3 * classes.length];
        for (int row = 0; row < classes.length; row++) {
            probabilities[3 * row + classes[row]] = 1;
        }
        return new Guesses(probabilities, 3);
    }
}
