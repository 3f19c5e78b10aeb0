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

        float[] varied = new Voice(1, .3, .3).varied(row, FRAMES, BANDS, Dice.of(seed));

        assertThat(varied).hasSameSizeAs(row);
        for (float value : varied) {
            assertThat(value).isBetween(0f, 1f);
        }
    }

    @Test
    void leavesASoundAloneThatIsNotToBeVaried() {
        float[] row = row(1);

        assertThat(new Voice(0, .3, .3).varied(row, FRAMES, BANDS, Dice.of(1))).isSameAs(row);
        assertThat(new Voice(1, 0, 0).varied(row, FRAMES, BANDS, Dice.of(1))).containsExactly(row);
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
            double centre = centre(new Voice(1, .2, 0).varied(tone, FRAMES, BANDS, Dice.of(seed)));
            least = Math.min(least, centre);
            most = Math.max(most, centre);
        }
        assertThat(least).isLessThan(3.6);
        assertThat(most).isGreaterThan(4.6);
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

    private static float[] row(long seed) {
        Dice dice = Dice.of(seed, 99);
        float[] row = new float[FRAMES * BANDS];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) dice.between(0, 1);
        }
        return row;
    }
}
