package dev.kintsugi.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VeilTest {
    private static final int FRAMES = 20;
    private static final int BANDS = 10;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hidesNoMoreThanItMay(long seed) {
        float[] veiled = new Veil(1, .3, .2).over(loud(), FRAMES, BANDS, Dice.of(seed));

        int hidden = 0;
        for (float value : veiled) {
            hidden += value == 0 ? 1 : 0;
        }
        assertThat(hidden).isBetween(0, 3 * FRAMES + 4 * BANDS);
    }

    @Test
    void hidesSomethingInMostSounds() {
        long hidden = 0;
        for (int seed = 0; seed < 100; seed++) {
            float[] veiled = new Veil(1, .3, .2).over(loud(), FRAMES, BANDS, Dice.of(seed));
            hidden += Arrays.equals(veiled, loud()) ? 0 : 1;
        }
        assertThat(hidden).isGreaterThan(75);
    }

    @Test
    void leavesASoundAloneThatIsNotToBeVeiled() {
        float[] row = loud();

        assertThat(new Veil(0, .3, .3).over(row, FRAMES, BANDS, Dice.of(1))).isSameAs(row);
    }

    private static float[] loud() {
        float[] row = new float[FRAMES * BANDS];
        Arrays.fill(row, .5f);
        return row;
    }
}
