package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalSoundTest {
    private static final MelSettings SETTINGS = MelSettings.SPOKEN_DIGITS;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesNoSoundTwice(long seed) {
        Sound once = CanonicalSound.of(TestSounds.any(seed), SETTINGS);

        assertThat(CanonicalSound.of(once, SETTINGS)).isEqualTo(once);
        assertThat(once.rate()).isEqualTo(8_000);
        assertThat(once.length()).isBetween(1, 8_192);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void comesBackFromAWavFileByteForByte(int number) {
        byte[] wav = Wav.encode(CanonicalSound.of(TestSounds.voice(number), SETTINGS));
        Sound read = Wav.decode(wav).orElseThrow(bad -> new IllegalStateException(bad.message()));

        assertThat(Wav.encode(CanonicalSound.of(read, SETTINGS))).isEqualTo(wav);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void soundsToTheModelAsTheOriginalDoes(int number) {
        LogMel logMel = new LogMel(SETTINGS);
        Sound voice = TestSounds.voice(number);

        assertThat(logMel.of(CanonicalSound.of(voice, SETTINGS)))
                .usingComparatorWithPrecision(1e-3f)
                .containsExactly(logMel.of(voice));
    }

    @Test
    void isAsLoudAsSixteenBitsAllow() {
        assertThat(CanonicalSound.of(TestSounds.tone(440, 8_000, .5, .01), SETTINGS)
                        .peak())
                .isEqualTo(32_767 / 32_768f);
    }

    @Test
    void leavesSilenceSilent() {
        assertThat(CanonicalSound.of(TestSounds.silence(44_100, 10_000), SETTINGS)
                        .peak())
                .isZero();
    }

    @Test
    void beginsThreeBlocksBeforeTheWord() {
        float[] samples = new float[4_000];
        samples[1_000] = 1;

        // 1,000 lies in the eighth block of 128 samples.
        assertThat(CanonicalSound.of(new Sound(8_000, samples), SETTINGS).length())
                .isEqualTo(4_000 - 4 * 128);
    }

    @Test
    void cutsWhatIsNotHeard() {
        assertThat(CanonicalSound.of(TestSounds.tone(440, 8_000, 3, 1), SETTINGS)
                        .seconds())
                .isEqualTo(1.024);
    }
}
