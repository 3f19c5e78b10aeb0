package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MelFiltersTest {
    private final MelFilters filters = new MelFilters(MelSettings.SPOKEN_DIGITS);
    private final float[] power = new float[129];
    private final float[] mel = new float[40];

    @Test
    void findsTheSameLevelInEveryBandOfWhiteNoise() {
        Arrays.fill(power, 31.25f);
        filters.apply(power, mel);

        assertThat(mel).usingComparatorWithPrecision(1e-5f).containsOnly(1f);
    }

    /** Centres by the formula of O'Shaughnessy, 2595 log10(1 + f / 700). */
    @ParameterizedTest
    @CsvSource({"4, 1", "16, 9", "42, 21", "123, 39"})
    void putsAToneIntoTheBandWhoseCentreIsNearest(int bin, int band) {
        power[bin] = 1;
        filters.apply(power, mel);

        for (float other : mel) {
            assertThat(mel[band]).isGreaterThanOrEqualTo(other);
        }
        assertThat(mel[band]).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsPowersThatMakeUpTheBands(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int bin = 2; bin < power.length; bin++) {
            power[bin] = (float) Math.exp(2 * Math.sin(bin * random.nextDouble(.05, .1)));
        }
        filters.apply(power, mel);
        float[] found = new float[power.length];
        filters.invert(mel, 6, found, new float[power.length], new float[mel.length]);
        float[] again = new float[mel.length];
        filters.apply(found, again);

        for (int band = 0; band < mel.length; band++) {
            assertThat(again[band]).isCloseTo(mel[band], within(.1f * mel[band]));
        }
    }

    @Test
    void findsNoPowerInSilentBands() {
        filters.invert(mel, 6, power, new float[power.length], new float[mel.length]);

        assertThat(power).containsOnly(0f);
    }

    @Test
    void leavesNoBandEmptyHoweverNarrow() {
        MelFilters narrow = new MelFilters(new MelSettings(8_000, 64, 32, 32, 8, 0, 4_000, 1e-5, 100));
        float[] noise = new float[33];
        Arrays.fill(noise, 125);
        float[] bands = new float[32];
        narrow.apply(noise, bands);

        assertThat(bands).usingComparatorWithPrecision(1e-5f).containsOnly(1f);
    }
}
