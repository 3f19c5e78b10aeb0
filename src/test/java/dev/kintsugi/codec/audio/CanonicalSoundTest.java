package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
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

    /** Softer and louder than 16 bits allow, with silence before, longer than is heard, and canonical already. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isTheSameFromWholeSamplesAsFromFractions(long seed) {
        Random random = new Random(seed);
        short[] samples = new short[1 + random.nextInt(12_000)];
        int loudness = 1 + random.nextInt(seed % 4 == 0 ? 5 : 32_767);
        int silence = random.nextInt(samples.length);
        for (int i = silence; i < samples.length; i++) {
            samples[i] = (short) (random.nextInt(2 * loudness + 1) - loudness);
        }
        if (seed % 3 == 0) {
            samples[random.nextInt(samples.length)] = seed % 2 == 0 ? Short.MIN_VALUE : Short.MAX_VALUE;
        }
        byte[] file = Wav.encode(8_000, samples);

        byte[] canonical = CanonicalSound.ofPlain(file, SETTINGS);

        assertThat(canonical).isEqualTo(byFractions(file));
        assertThat(CanonicalSound.ofPlain(canonical, SETTINGS)).isEqualTo(canonical);
    }

    @Test
    void everySampleIsTheSameFromWholeSamplesAsFromFractions() {
        for (int peak = 4; peak <= 32_768; peak += 331) {
            short[] samples = new short[2 * peak];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (i - peak);
            }
            for (int from = 0; from < samples.length; from += 8_000) {
                short[] some = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + 8_000));
                some[0] = (short) -peak;
                byte[] file = Wav.encode(8_000, some);
                assertThat(CanonicalSound.ofPlain(file, SETTINGS)).isEqualTo(byFractions(file));
            }
        }
    }

    @Test
    void aCanonicalFileIsNotWrittenAgain() {
        byte[] file = Wav.encode(CanonicalSound.of(TestSounds.voice(1), SETTINGS));
        assertThat(CanonicalSound.ofPlain(file, SETTINGS)).isSameAs(file);
    }

    private static byte[] byFractions(byte[] file) {
        Sound sound = Wav.decode(file).orElseThrow(bad -> new IllegalStateException(bad.message()));
        return Wav.encode(CanonicalSound.of(sound, SETTINGS));
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
