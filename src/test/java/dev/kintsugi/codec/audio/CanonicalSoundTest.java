package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalSoundTest {
    private static final MelSettings SETTINGS = MelSettings.SPOKEN_DIGITS;

    /** A tenth of a second. */
    private static final MelSettings SHORT = new MelSettings(8_000, 128, 64, 20, 12, 60, 4_000, 1e-5, 100);

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

    static LongStream manySeeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest
    @MethodSource("manySeeds")
    void bringsAFileToFormAsItsSound(long seed) {
        MelSettings settings = seed % 3 == 0 ? SHORT : SETTINGS;
        byte[] file = TestSounds.file(seed);
        byte[] form = CanonicalSound.of(file, settings).orElseThrow();

        assertThat(form).isEqualTo(Wav.encode(CanonicalSound.of(read(file), settings)));
        assertThat(CanonicalSound.of(form, settings))
                .hasValueSatisfying(again -> assertThat(again).isSameAs(form));
        if (Arrays.equals(form, file)) {
            assertThat(form).isSameAs(file);
        }
    }

    /** Each sample there is, levelled by many peaks. */
    @ParameterizedTest
    @MethodSource("seeds")
    void levelsWholeSamplesAsFloats(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int peak : new int[] {32_768 - (int) seed, 1 + (int) seed, random.nextInt(1, 32_769)}) {
            WholeSamples samples = samplesUpTo(peak);
            Word word = new Word(0, samples.length(), peak / 32_768f);

            assertThat(word.levelled(samples).values())
                    .isEqualTo(
                            WholeSamples.nearest(word.levelled(samples.exact())).values());
        }
    }

    @Test
    void takesNoFileForPlainThatIsOfAnotherRateOrKindOrTooLong() {
        Sound sound = TestSounds.voice(1);
        byte[] other = Wav.encode(Resampling.toRate(sound, 16_000));
        byte[] stereo = new WavBytes()
                .format(1, 8_000, 2, 2, 16)
                .chunk("data", new byte[400])
                .bytes();

        assertThat(CanonicalSound.of(Wav.encode(sound), SETTINGS)).isPresent();
        assertThat(CanonicalSound.of(other, SETTINGS)).isEmpty();
        assertThat(CanonicalSound.of(stereo, SETTINGS)).isEmpty();
        assertThat(CanonicalSound.of(new byte[0], SETTINGS)).isEmpty();
        assertThat(CanonicalSound.of(Wav.encode(TestSounds.silence(8_000, 480_000)), SETTINGS))
                .isPresent();
        assertThat(CanonicalSound.of(Wav.encode(TestSounds.silence(8_000, 480_001)), SETTINGS))
                .isEmpty();
    }

    private static WholeSamples samplesUpTo(int peak) {
        short[] values = new short[peak + Math.min(peak, 32_767) + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (i - peak);
        }
        return new WholeSamples(values);
    }

    private static Sound read(byte[] file) {
        return Wav.decode(file).orElseThrow(bad -> new IllegalStateException(bad.message()));
    }
}
