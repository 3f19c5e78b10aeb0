package dev.kintsugi.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.dice.Dice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceTest {
    private static final int FRAMES = 12;
    private static final int BANDS = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsValuesBetweenTheLeastAndTheGreatest(long seed) {
        float[] row = row(seed);

        float[] varied = new Voice(1, .3, .3, .3).varied(row, FRAMES, BANDS, Dice.of(seed));

        assertThat(varied).hasSameSizeAs(row);
        for (float value : varied) {
            assertThat(value).isBetween(0f, 1f);
        }
    }

    @Test
    void leavesASoundAloneThatIsNotToBeVaried() {
        float[] row = row(1);

        assertThat(new Voice(0, .3, .3, .3).varied(row, FRAMES, BANDS, Dice.of(1)))
                .isSameAs(row);
        assertThat(new Voice(1, 0, 0, 0).varied(row, FRAMES, BANDS, Dice.of(1))).containsExactly(row);
    }

    @Test
    void movesATonesBand() {
        float[] tone = new float[FRAMES * BANDS];
        for (int frame = 0; frame < FRAMES; frame++) {
            tone[frame * BANDS + 4] = 1;
        }
        double least = BANDS;
        double most = 0;
        for (int seed = 0; seed < 50; seed++) {
            double centre = centre(new Voice(1, .2, 0, 0).varied(tone, FRAMES, BANDS, Dice.of(seed)));
            least = Math.min(least, centre);
            most = Math.max(most, centre);
        }
        assertThat(least).isLessThan(3.6);
        assertThat(most).isGreaterThan(4.6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void movesTheMiddleOfAWordButNotItsEnds(long seed) {
        float[] ramp = ramp();

        float[] varied = new Voice(1, 0, 0, .3).varied(ramp, FRAMES, BANDS, Dice.of(seed));

        assertThat(varied[0]).isEqualTo(ramp[0]);
        int middle = FRAMES / 2 * BANDS;
        assertThat(Math.abs(varied[middle] - ramp[middle])).isBetween(1e-4f, .16f);
        assertThat(varied[varied.length - 1]).isEqualTo(ramp[ramp.length - 1]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverTurnsTimeBack(long seed) {
        float[] ramp = ramp();

        float[] varied = new Voice(1, 0, 0, .3).varied(ramp, FRAMES, BANDS, Dice.of(seed));

        for (int frame = 1; frame < FRAMES; frame++) {
            assertThat(varied[frame * BANDS]).isGreaterThan(varied[(frame - 1) * BANDS]);
        }
    }

    @Test
    void isTheSameAgainFromTheSameDice() {
        float[] row = row(1);

        assertThat(Voice.USUAL.varied(row, FRAMES, BANDS, Dice.of(3)))
                .containsExactly(Voice.USUAL.varied(row, FRAMES, BANDS, Dice.of(3)));
    }

    private static double centre(float[] row) {
        double sum = 0;
        double weighted = 0;
        for (int band = 0; band < BANDS; band++) {
            sum += row[band];
            weighted += band * row[band];
        }
        return weighted / sum;
    }

    /** Each frame is louder than the one before it. */
    private static float[] ramp() {
        float[] ramp = new float[FRAMES * BANDS];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (1 + i / BANDS) / (float) FRAMES;
        }
        return ramp;
    }

    private static float[] row(long seed) {
        Dice dice = Dice.of(seed, 99);
        float[] row = new float[FRAMES * BANDS];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) dice.between(0, 1);
        }
        return row;
    }
}
