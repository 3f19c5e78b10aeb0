package dev.kintsugi.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.dice.Dice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @Test
    void agreesWithWilsonsFormula() {
        // (2 n p + z² ± z √(z² + 4 n p (1 - p))) / 2 (n + z²), for 8 of 10.
        Interval interval = Interval.wilson(8, 10);

        assertThat(interval.estimate()).isEqualTo(.8);
        assertThat(interval.low()).isCloseTo(.4902, within(1e-4));
        assertThat(interval.high()).isCloseTo(.9433, within(1e-4));
    }

    @Test
    void keepsWithinNoneAndAll() {
        assertThat(Interval.wilson(0, 5).low()).isZero();
        assertThat(Interval.wilson(5, 5).high()).isEqualTo(1);
        assertThat(Interval.wilson(5, 5).low()).isCloseTo(.5655, within(1e-4));
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatIllegalArgumentException().isThrownBy(() -> Interval.wilson(6, 5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void holdsTheTruthNineteenTimesOfTwenty(long seed) {
        Dice dice = Dice.of(seed);
        int held = 0;
        for (int study = 0; study < 1_000; study++) {
            int successes = 0;
            for (int trial = 0; trial < 300; trial++) {
                successes += dice.chance(.97) ? 1 : 0;
            }
            Interval interval = Interval.wilson(successes, 300);
            held += interval.low() <= .97 && .97 <= interval.high() ? 1 : 0;
        }
        assertThat(held).isBetween(920, 980);
    }
}
