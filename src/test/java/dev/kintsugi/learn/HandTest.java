package dev.kintsugi.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.dice.Dice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandTest {
    private static final int SIDE = 28;
    private static final float[] STROKE = stroke();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void drawsTheStrokeElsewhereWithAboutAsMuchInk(long seed) {
        float[] varied = new Hand(1, .17, .2, .12).varied(STROKE, SIDE, SIDE, Dice.of(seed));

        assertThat(varied).isNotEqualTo(STROKE);
        assertThat(ink(varied)).isCloseTo(ink(STROKE), within(.35 * ink(STROKE)));
        for (float value : varied) {
            assertThat(value).isBetween(0f, 1f);
        }
    }

    @Test
    void leavesAPictureAloneThatIsNotToBeVaried() {
        assertThat(new Hand(0, .2, .2, .2).varied(STROKE, SIDE, SIDE, Dice.of(1)))
                .isSameAs(STROKE);
        assertThat(new Hand(1, 0, 0, 0).varied(STROKE, SIDE, SIDE, Dice.of(1))).containsExactly(STROKE);
    }

    @Test
    void keepsEdgesNearlyAsSharpAsTheyWere() {
        double sharpness = 0;
        for (int seed = 0; seed < 40; seed++) {
            sharpness += steps(new Hand(1, .17, 0, 0).varied(STROKE, SIDE, SIDE, Dice.of(seed))) / 40;
        }
        assertThat(sharpness).isGreaterThan(.85 * steps(STROKE));
    }

    private static double ink(float[] picture) {
        double ink = 0;
        for (float value : picture) {
            ink += value;
        }
        return ink;
    }

    private static double steps(float[] picture) {
        double sum = 0;
        for (int i = 1; i < picture.length; i++) {
            sum += Math.pow(picture[i] - picture[i - 1], 2);
        }
        return Math.sqrt(sum);
    }

    /** An upright bar, three pixels wide and softer at its sides, as pens draw. */
    private static float[] stroke() {
        float[] picture = new float[SIDE * SIDE];
        for (int y = 5; y < 23; y++) {
            picture[y * SIDE + 12] = .5f;
            picture[y * SIDE + 13] = 1;
            picture[y * SIDE + 14] = 1;
            picture[y * SIDE + 15] = .5f;
        }
        return picture;
    }
}
