package dev.kintsugi.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AurocTest {

    @Test
    void countsPairsInTheRightOrder() {
        // Of the pairs (.9, .6), (.9, .2), (.4, .6), (.4, .2), three are.
        assertThat(Auroc.of(new double[] {.9, .6, .4, .2}, new boolean[] {true, false, true, false}))
                .isEqualTo(.75);
    }

    @Test
    void countsTiesAsHalf() {
        assertThat(Auroc.of(new double[] {.5, .5, .5}, new boolean[] {true, false, false}))
                .isEqualTo(.5);
    }

    @Test
    void isNoNumberWithoutBothKinds() {
        assertThat(Auroc.of(new double[] {.1, .2}, new boolean[] {true, true})).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isTheShareOfPairsInTheRightOrder(long seed) {
        Dice dice = Dice.of(seed);
        double[] scores = new double[60];
        boolean[] so = new boolean[60];
        for (int i = 0; i < scores.length; i++) {
            so[i] = i == 0 || i > 1 && dice.chance(.4);
            scores[i] = dice.below(20) + (so[i] ? 3 : 0);
        }

        assertThat(Auroc.of(scores, so)).isCloseTo(byPairs(scores, so), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void turnsAroundWithTheScores(long seed) {
        Dice dice = Dice.of(seed);
        double[] scores = new double[40];
        boolean[] so = new boolean[40];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = dice.below(10);
            so[i] = i % 3 == 0;
        }

        double reversed = Auroc.of(Arrays.stream(scores).map(score -> -score).toArray(), so);

        assertThat(reversed).isCloseTo(1 - Auroc.of(scores, so), within(1e-12));
    }

    private static double byPairs(double[] scores, boolean[] so) {
        double won = 0;
        long pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (so[i] && !so[j]) {
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0;
                    pairs++;
                }
            }
        }
        return won / pairs;
    }
}
