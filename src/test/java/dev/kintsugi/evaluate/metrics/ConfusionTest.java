package dev.kintsugi.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    private final Confusion confusion = Confusion.of(
            List.of("a", "b", "c", "d"), List.of("a", "a", "a", "b", "b", "c"), List.of("a", "a", "b", "b", "c", "a"));

    @Test
    void countsByTruthAndAnswer() {
        assertThat(confusion.counts())
                .isDeepEqualTo(new long[][] {{2, 1, 0, 0}, {0, 1, 1, 0}, {1, 0, 0, 0}, {0, 0, 0, 0}});
        assertThat(confusion.total()).isEqualTo(6);
        assertThat(confusion.accuracy()).isEqualTo(.5);
    }

    @Test
    void averagesF1OverTheLabelsInUse() {
        // a: 2 of 3 true and 3 said; b: 1 of 2 and 2; c: 0 of 1 and 1; d does not occur.
        assertThat(confusion.macroF1()).isCloseTo((4 / 6. + 2 / 4. + 0) / 3, within(1e-12));
    }

    @Test
    void refusesALabelItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confusion.of(List.of("a"), List.of("a"), List.of("x")))
                .withMessage("label \"x\" is none of [a]");
    }

    @Test
    void refusesAnswersWithoutQuestions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confusion.of(List.of("a"), List.of("a"), List.of("a", "a")));
    }
}
