package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CepstraTest {
    private final Cepstra cepstra = new Cepstra(MelSettings.SPOKEN_DIGITS, 13);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void isFiniteForAnySound(long seed) {
        float[] values = cepstra.of(TestSounds.any(seed));

        assertThat(values).hasSize(64 * 13);
        for (float value : values) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void hasNothingButALevelInSilence() {
        float[] values = cepstra.of(TestSounds.silence(8_000, 4_000));

        assertThat(values[0]).isCloseTo((float) (40 * Math.log(1e-3)), within(.01f));
        for (int i = 1; i < 13; i++) {
            assertThat(values[i]).isCloseTo(0, within(.01f));
        }
    }

    /** The second coefficient weighs low bands against high ones. */
    @Test
    void tellsLowSoundsFromHighOnes() {
        assertThat(cepstra.of(TestSounds.tone(300, 8_000, .5, 1))[10 * 13 + 1])
                .isGreaterThan(cepstra.of(TestSounds.tone(3_000, 8_000, .5, 1))[10 * 13 + 1] + 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 41})
    void refusesMoreCoefficientsThanBands(int coefficients) {
        assertThatThrownBy(() -> new Cepstra(MelSettings.SPOKEN_DIGITS, coefficients))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 1 to the number of bands, 40");
    }
}
