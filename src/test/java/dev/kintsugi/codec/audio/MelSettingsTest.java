package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MelSettingsTest {

    @Test
    void hearsASecondOfSpokenDigits() {
        assertThat(MelSettings.SPOKEN_DIGITS.samples()).isEqualTo(8192);
        assertThat(MelSettings.SPOKEN_DIGITS.size()).isEqualTo(64 * 40);
    }

    @ParameterizedTest
    @CsvSource({
        "999,   256,  128, 40, 64, 60,   4000, .00001, 100, mel rate is 999; expected 1000 to 384000",
        "8000,  250,  125, 40, 64, 60,   4000, .00001, 100, mel window is 250; expected a power of two from 64",
        "8000, 16384, 8192, 40, 64, 60,  4000, .00001, 100, mel window is 16384; expected at most 8192",
        "8000,  256,  100, 40, 64, 60,   4000, .00001, 100, mel hop is 100; expected a half",
        "8000,  256,  128,  1, 64, 60,   4000, .00001, 100, mel bands is 1; expected 2 to half the window",
        "8000,  256,  128, 129, 64, 60,  4000, .00001, 100, mel bands is 129; expected 2 to half the window",
        "8000,  256,  128, 40,  0, 60,   4000, .00001, 100, mel frames is 0; expected 1 to 4096",
        "8000,  256,  128, 40, 64, -1,   4000, .00001, 100, mel lowest is -1.0; expected 0 or more",
        "8000,  256,  128, 40, 64, 4000, 4000, .00001, 100, mel lowest is 4000.0; expected 0 or more",
        "8000,  256,  128, 40, 64, NaN,  4000, .00001, 100, mel lowest is NaN; expected 0 or more",
        "8000,  256,  128, 40, 64, 60,   4001, .00001, 100, mel highest is 4001.0; expected at most half the rate",
        "8000,  256,  128, 40, 64, 60,   4000, 0,      100, mel floor is 0.0; expected more than 0",
        "8000,  256,  128, 40, 64, 60,   4000, .00001, Infinity, mel ceiling is Infinity; expected a number",
    })
    void refusesWhatCannotBeComputed(
            int rate,
            int window,
            int hop,
            int bands,
            int frames,
            double lowest,
            double highest,
            double floor,
            double ceiling,
            String message) {
        assertThatThrownBy(() -> new MelSettings(rate, window, hop, bands, frames, lowest, highest, floor, ceiling))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
