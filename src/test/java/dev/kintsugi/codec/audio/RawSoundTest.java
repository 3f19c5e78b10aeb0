package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawSoundTest {

    @ParameterizedTest
    @CsvSource({"1, -3.01", ".5, -9.03", ".01, -43.01"})
    void tellsTheLevelOfATone(double loud, double level) {
        RawSound raw = RawSound.of(TestSounds.tone(500, 8_000, 1, loud));

        assertThat(raw.level()).isCloseTo(level, within(.01));
        assertThat(raw.peak()).isCloseTo(loud, within(1e-6));
        assertThat(raw.seconds()).isEqualTo(1);
    }

    @Test
    void hasALevelForSilenceToo() {
        assertThat(RawSound.of(TestSounds.silence(8_000, 4_000))).isEqualTo(new RawSound(-100, 0, .5));
    }
}
