package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {

    @ParameterizedTest
    @ValueSource(ints = {4_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000})
    void keepsAToneAtItsPitchPhaseAndLoudness(int rate) {
        Sound resampled = Resampling.toRate(tone(440, rate, rate), 8000);

        assertThat(resampled.rate()).isEqualTo(8000);
        assertThat(resampled.length()).isEqualTo(8000);
        float[] expected = tone(440, 8000, 8000).samples();
        float[] samples = resampled.samples();
        for (int i = 200; i < 7800; i++) {
            assertThat(samples[i]).isCloseTo(expected[i], within(.01f));
        }
    }

    @Test
    void leavesOutWhatTheNewRateCannotHold() {
        float[] samples = Resampling.toRate(tone(6000, 44_100, 44_100), 8000).samples();

        for (int i = 200; i < 7800; i++) {
            assertThat(samples[i]).isCloseTo(0, within(.02f));
        }
    }

    @ParameterizedTest
    @CsvSource({"1000,384000,1", "384000,1000,1", "44100,8000,1", "8000,44100,3", "1000,8000,59000"})
    void givesTheLengthThatTheRatesAskFor(int from, int to, int length) {
        assertThat(Resampling.toRate(new Sound(from, new float[length]), to).length())
                .isEqualTo(Math.max(1, (int) Math.round((double) length * to / from)));
    }

    @Test
    void leavesASoundOfTheSameRateAlone() {
        Sound sound = tone(440, 8000, 100);

        assertThat(Resampling.toRate(sound, 8000)).isSameAs(sound);
    }

    @Test
    void playsFasterAndHigherAtTheSameRate() {
        Sound faster = Resampling.faster(tone(400, 8000, 8000), 1.25);

        assertThat(faster.rate()).isEqualTo(8000);
        assertThat(faster.length()).isEqualTo(6400);
        assertThat(faster.samples()[3000]).isCloseTo(tone(500, 8000, 8000).samples()[3000], within(.01f));
    }

    @Test
    void staysWithinFullScaleAtASteepEdge() {
        float[] square = new float[4410];
        for (int i = 0; i < square.length; i++) {
            square[i] = i / 50 % 2 == 0 ? 1 : -1;
        }

        assertThat(Resampling.toRate(new Sound(44_100, square), 8000).peak()).isLessThanOrEqualTo(1);
    }

    @Test
    void givesTheSameSamplesAgain() {
        Sound sound = tone(440, 44_100, 5000);

        assertThat(Resampling.toRate(sound, 8000)).isEqualTo(Resampling.toRate(sound, 8000));
    }

    private static Sound tone(double pitch, int rate, int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (.7 * Math.sin(2 * Math.PI * pitch * i / rate));
        }
        return new Sound(rate, samples);
    }
}
