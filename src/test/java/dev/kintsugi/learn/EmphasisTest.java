package dev.kintsugi.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmphasisTest {
    private static final int FRAMES = 20;
    private static final int BANDS = 10;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void raisesABandByTheSameInEveryFrame(long seed) {
        float[] emphasised = new Emphasis(1, .2, 0).on(even(), FRAMES, BANDS, Dice.of(seed));

        assertThat(emphasised[0]).isNotEqualTo(emphasised[BANDS - 1]);
        for (int i = 0; i < emphasised.length; i++) {
            assertThat(emphasised[i]).isEqualTo(emphasised[i % BANDS]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void raisesAFrameByTheSameInEveryBand(long seed) {
        float[] emphasised = new Emphasis(1, 0, .2).on(even(), FRAMES, BANDS, Dice.of(seed));

        assertThat(emphasised[0]).isNotEqualTo(emphasised[(FRAMES - 1) * BANDS]);
        for (int i = 0; i < emphasised.length; i++) {
            assertThat(emphasised[i]).isEqualTo(emphasised[i / BANDS * BANDS]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void changesNeighboursAlikeAndNothingByMoreThanItMay(long seed) {
        float[] emphasised = new Emphasis(1, .2, .1).on(even(), FRAMES, BANDS, Dice.of(seed));

        for (int i = 0; i < emphasised.length; i++) {
            assertThat(emphasised[i]).isCloseTo(.5f, within(.3f + 1e-6f));
            if (i % BANDS > 0) {
                // From one knot to the next, at most from the lowest to the highest.
                assertThat(emphasised[i]).isCloseTo(emphasised[i - 1], within(.4f * 4 / (BANDS - 1) + 1e-6f));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leavesSilenceAndKeepsWithinTheRange(long seed) {
        float[] row = even();
        row[5] = 0;
        row[6] = 1;
        row[7] = .01f;
        Arrays.fill(row, 15 * BANDS, row.length, 0);

        float[] emphasised = new Emphasis(1, .3, .3).on(row, FRAMES, BANDS, Dice.of(seed));

        assertThat(emphasised[5]).isZero();
        assertThat(Arrays.copyOfRange(emphasised, 15 * BANDS, row.length)).containsOnly(0);
        for (float value : emphasised) {
            assertThat(value).isBetween(0f, 1f);
        }
    }

    @Test
    void takesSilenceAndASingleFrame() {
        float[] silence = new float[FRAMES * BANDS];
        float[] click = new float[FRAMES * BANDS];
        click[3] = .5f;
        Emphasis emphasis = new Emphasis(1, .2, .2);

        assertThat(emphasis.on(silence, FRAMES, BANDS, Dice.of(1))).containsExactly(silence);
        assertThat(emphasis.on(click, FRAMES, BANDS, Dice.of(1))[3]).isBetween(.1f, .9f);
    }

    @Test
    void leavesASoundAloneThatIsNotToBeEmphasised() {
        float[] row = even();

        assertThat(new Emphasis(0, .2, .2).on(row, FRAMES, BANDS, Dice.of(1))).isSameAs(row);
    }

    @Test
    void isTheSameAgainFromTheSameDice() {
        assertThat(Emphasis.USUAL.on(even(), FRAMES, BANDS, Dice.of(3)))
                .containsExactly(Emphasis.USUAL.on(even(), FRAMES, BANDS, Dice.of(3)));
    }

    private static float[] even() {
        float[] row = new float[FRAMES * BANDS];
        Arrays.fill(row, .5f);
        return row;
    }
}
