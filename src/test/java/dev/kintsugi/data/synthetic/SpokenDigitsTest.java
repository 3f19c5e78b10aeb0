package dev.kintsugi.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpokenDigitsTest {
    private final SyntheticDataset data = new SyntheticDataset(1);

    @Test
    void speaksTheSameSoundAgainInAnyOrder() {
        Examples<Sound> sounds = data.sounds("fsdd", Split.TRAIN);
        Examples<Sound> again = new SyntheticDataset(1).sounds("fsdd", Split.TRAIN);

        for (int i = 49; i >= 0; i--) {
            assertThat(again.get(i)).isEqualTo(sounds.get(i));
        }
    }

    @Test
    void neverSpeaksASoundTwice() {
        Set<Sound> seen = new HashSet<>();
        for (Split split : Split.values()) {
            for (int i = 0; i < 500; i++) {
                assertThat(seen.add(data.sounds("fsdd", split).get(i).value())).isTrue();
            }
        }
        assertThat(seen.add(new SyntheticDataset(2)
                        .sounds("fsdd", Split.TRAIN)
                        .get(0)
                        .value()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void speaksAtEightKilohertzForAWordsLengthWithoutClipping(Split split) {
        Examples<Sound> sounds = data.sounds("fsdd", split);
        for (int i = 0; i < 1000; i++) {
            Sound sound = sounds.get(i).value();

            assertThat(sound.rate()).isEqualTo(8000);
            assertThat(sound.seconds()).isBetween(.25, .9);
            assertThat(sound.peak()).isBetween(.14f, .97f);
        }
    }

    @Test
    void holdsTwoVoicesOutOfBothSplits() {
        Set<String> heldOut = voices(data.heldOut(), Split.TRAIN, 300);

        assertThat(heldOut).hasSize(2).isEqualTo(voices(data.heldOut(), Split.TEST, 300));
        assertThat(heldOut).containsExactlyInAnyOrderElementsOf(data.heldOut().voices());
        assertThat(voices(data, Split.TRAIN, 1_000)).hasSize(48).doesNotContainAnyElementsOf(heldOut);
        assertThat(voices(data, Split.TEST, 1_000)).doesNotContainAnyElementsOf(heldOut);
    }

    @Test
    void hasEveryVoiceSayEveryDigit() {
        for (String voice : data.voices()) {
            for (int digit = 0; digit < 10; digit++) {
                assertThat(Voices.word(voice, digit)).as(voice + " " + digit).isNotNull();
            }
        }
    }

    @Test
    void speaksDigitsThatCanBeToldApart() {
        double accuracy = NearestMean.accuracy(
                data.sounds("fsdd", Split.TRAIN), 2000, data.sounds("fsdd", Split.TEST), 500, SpokenDigitsTest::bands);

        assertThat(accuracy).isBetween(.5, .98);
    }

    /** Log energy in 12 bands (Goertzel at their centres) and 8 stretches of time, without the mean of all. */
    private static double[] bands(Sound sound) {
        float[] samples = sound.samples();
        double[] bands = new double[96];
        double mean = 0;
        for (int i = 0; i < bands.length; i++) {
            int start = i / 12 * samples.length / 8;
            double turn = 2 * Math.cos(2 * Math.PI * 250 * Math.pow(14, i % 12 / 11.0) / sound.rate());
            bands[i] = Math.log(1e-4 + energy(samples, start, samples.length / 8, turn));
            mean += bands[i] / bands.length;
        }
        for (int i = 0; i < bands.length; i++) {
            bands[i] -= mean;
        }
        return bands;
    }

    /** Summed over windows of 64 samples, so that a harmonic need not lie on the band's very centre. */
    private static double energy(float[] samples, int start, int length, double turn) {
        double energy = 0;
        for (int window = start; window + 64 <= start + length; window += 32) {
            double last = 0;
            double before = 0;
            for (int i = window; i < window + 64; i++) {
                double now = samples[i] + turn * last - before;
                before = last;
                last = now;
            }
            energy += last * last + before * before - turn * last * before;
        }
        return energy;
    }

    private static Set<String> voices(SyntheticDataset data, Split split, int count) {
        Examples<Sound> sounds = data.sounds("fsdd", split);
        Set<String> voices = new HashSet<>();
        for (int i = 0; i < count; i++) {
            voices.add(sounds.get(i).voice().orElseThrow());
        }
        return voices;
    }
}
