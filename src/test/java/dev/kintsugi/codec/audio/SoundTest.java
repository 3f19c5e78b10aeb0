package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundTest {

    @Test
    void isEqualByItsSamples() {
        assertThat(new Sound(8000, new float[] {.1f, .2f}))
                .isEqualTo(new Sound(8000, new float[] {.1f, .2f}))
                .hasSameHashCodeAs(new Sound(8000, new float[] {.1f, .2f}))
                .isNotEqualTo(new Sound(16_000, new float[] {.1f, .2f}))
                .isNotEqualTo(new Sound(8000, new float[] {.1f, .3f}));
    }

    @Test
    void doesNotChangeWhenTheArraysDo() {
        float[] samples = {.1f, .2f};
        Sound sound = new Sound(8000, samples);
        samples[0] = .9f;
        sound.samples()[1] = .9f;

        assertThat(sound.samples()).containsExactly(.1f, .2f);
    }

    @Test
    void knowsItsLengthAndPeak() {
        Sound sound = new Sound(8000, new float[] {.25f, -.5f, 0, 0});

        assertThat(sound.seconds()).isEqualTo(.0005);
        assertThat(sound.peak()).isEqualTo(.5f);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 1.001f, -1.001f})
    void refusesASampleOutsideFullScale(float sample) {
        assertThatThrownBy(() -> new Sound(8000, new float[] {0, sample}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample 1 is " + sample + "; expected -1 to 1");
    }

    @Test
    void refusesNoSamplesAndImpossibleRates() {
        assertThatThrownBy(() -> new Sound(8000, new float[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sound(0, new float[1])).isInstanceOf(IllegalArgumentException.class);
    }
}
