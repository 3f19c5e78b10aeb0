package dev.kintsugi.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.dice.Dice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivelinessTest {

    @Test
    void takesSharpnessFromNeighboursAcrossAndAlong() {
        // Across 1 and 1, along 0 and 2.
        assertThat(Liveliness.sharpness(new float[][] {{0, 1, 0, -1}}, 2)).isCloseTo(Math.sqrt(6 / 4.), within(1e-7));
    }

    @Test
    void seesNoNeighboursAroundTheEdge() {
        assertThat(Liveliness.sharpness(new float[][] {{0, 0, 0, 1, 1, 1}}, 3))
                .isCloseTo(Math.sqrt(3 / 7.), within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(floats = {.1f, .5f, 2})
    void isLinearInContrast(float contrast) {
        float[][] items = items(5, 10);
        float[][] scaled = items(5, 10);
        for (float[] item : scaled) {
            for (int i = 0; i < item.length; i++) {
                item[i] *= contrast;
            }
        }
        assertThat(Liveliness.sharpness(scaled, 4)).isCloseTo(contrast * Liveliness.sharpness(items, 4), within(1e-6));
    }

    @Test
    void takesDiversityFromItemsOfOneLabel() {
        float[][] items = {{0, 0}, {3, 4}, {100, 100}};

        assertThat(Liveliness.diversity(items, new int[] {1, 1, 2})).isCloseTo(5, within(1e-9));
    }

    @Test
    void knowsNoDiversityOfSingleItems() {
        assertThat(Liveliness.diversity(new float[][] {{0}, {1}}, new int[] {0, 1}))
                .isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithTheDistancesOfAllPairs(long seed) {
        float[][] items = items(seed, 30);
        double squares = 0;
        for (float[] one : items) {
            for (float[] other : items) {
                for (int d = 0; d < one.length; d++) {
                    squares += (one[d] - other[d]) * (one[d] - other[d]);
                }
            }
        }
        assertThat(Liveliness.diversity(items, new int[30])).isCloseTo(Math.sqrt(squares / (30 * 29)), within(1e-5));
    }

    private static float[][] items(long seed, int count) {
        Dice dice = Dice.of(seed);
        float[][] items = new float[count][16];
        for (float[] item : items) {
            for (int i = 0; i < item.length; i++) {
                item[i] = (float) dice.bell();
            }
        }
        return items;
    }
}
