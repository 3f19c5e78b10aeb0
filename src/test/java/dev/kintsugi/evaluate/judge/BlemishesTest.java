package dev.kintsugi.evaluate.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlemishesTest {
    private static float[] ones(int size) {
        float[] values = new float[size];
        Arrays.fill(values, 1);
        return values;
    }

    @Test
    void softensTowardsTheMeanOfTheNeighbours() {
        float[] values = {0, 0, 0, 0, 9, 0, 0, 0, 0};
        Blemishes.soften(values, 0, 3, 3, .5);
        assertThat(values).containsExactly(0, 0, 0, 0, 5, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void masksWholeRowsAndNoMoreThanAllowed(long seed) {
        float[] values = ones(1 + 5 * 4);
        Blemishes.maskRows(values, 1, 5, 4, 2, Dice.of(seed));
        assertThat(values[0]).isEqualTo(1);
        assertThat(silent(values)).isIn(4L, 8L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void masksWholeColumnsAndNoMoreThanAllowed(long seed) {
        float[] values = ones(1 + 5 * 4);
        Blemishes.maskColumns(values, 1, 5, 4, 2, Dice.of(seed));
        assertThat(values[0]).isEqualTo(1);
        assertThat(silent(values)).isIn(5L, 10L);
    }

    @Test
    void noiseStaysWithinZeroToOne() {
        float[] values = ones(100);
        Blemishes.roughen(values, 0, 100, .5, Dice.of(1));
        for (float value : values) {
            assertThat(value).isBetween(0f, 1f);
        }
        assertThat(values).isNotEqualTo(ones(100));
    }

    private static long silent(float[] values) {
        long silent = 0;
        for (float value : values) {
            silent += value == 0 ? 1 : 0;
        }
        return silent;
    }
}
