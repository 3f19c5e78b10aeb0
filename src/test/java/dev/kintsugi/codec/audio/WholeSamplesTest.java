package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeSamplesTest {
    private static final short LOWEST = Short.MIN_VALUE;

    /** The squares of two of them are 2^31, one more than an int holds. */
    @Test
    void theLoudestSamplesHaveTheirWholeEnergy() {
        WholeSamples samples = new WholeSamples(new short[] {LOWEST, LOWEST, LOWEST});

        assertThat(samples.energy(0, 2)).isEqualTo(2);
        assertThat(samples.energy(0, 3)).isEqualTo(3);
        assertThat(samples.peak(0, 3)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void energyAndPeakAreThoseOfEachSample(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        short[] values = new short[1 + random.nextInt(50)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) random.nextInt(LOWEST, 1 - LOWEST);
        }
        int from = random.nextInt(values.length);
        int to = from + random.nextInt(values.length - from + 1);
        double energy = 0;
        double peak = 0;
        for (int i = from; i < to; i++) {
            double value = values[i] / 32_768.;
            energy += value * value;
            peak = Math.max(peak, Math.abs(value));
        }

        WholeSamples samples = new WholeSamples(values);

        assertThat(samples.energy(from, to)).isCloseTo(energy, within(1e-12));
        assertThat((double) samples.peak(from, to)).isEqualTo(peak);
    }
}
