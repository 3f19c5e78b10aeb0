package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogMelTest {
    private static final MelSettings SETTINGS = MelSettings.SPOKEN_DIGITS;

    private final LogMel logMel = new LogMel(SETTINGS);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesValuesOfNoughtToOneForAnySound(long seed) {
        assertThat(logMel.of(TestSounds.any(seed))).hasSize(64 * 40);
        for (float value : logMel.of(TestSounds.any(seed))) {
            // Written so that NaN fails too.
            assertThat(value >= 0 && value <= 1).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 8_192, 480_000})
    void hearsNothingInSilence(int length) {
        assertThat(logMel.of(TestSounds.silence(8_000, length))).containsOnly(0f);
    }

    @Test
    void hearsNothingInRoundingErrors() {
        assertThat(logMel.of(TestSounds.tone(440, 8_000, .5, 9e-5))).containsOnly(0f);
    }

    @ParameterizedTest
    @CsvSource({"440, 8000", "440, 16000", "440, 44100", "1000, 8000", "1000, 48000", "3500, 22050"})
    void hearsAToneInTheBandOfItsPitch(double hertz, int rate) {
        float[] values = logMel.of(TestSounds.tone(hertz, rate, .5, .3));
        double mel = 2595 * Math.log10(1 + hertz / 700);
        double low = 2595 * Math.log10(1 + 60 / 700.);
        double step = (2595 * Math.log10(1 + 4000 / 700.) - low) / 41;

        assertThat(loudestBand(values, 10)).isEqualTo((int) Math.round((mel - low) / step) - 1);
        assertThat(values[10 * 40 + loudestBand(values, 10)]).isBetween(.75f, .95f);
    }

    @Test
    void endsWhereTheSoundEnds() {
        float[] values = logMel.of(TestSounds.tone(440, 8_000, .5, .3));

        assertThat(Arrays.copyOfRange(values, 32 * 40, 64 * 40)).containsOnly(0f);
        assertThat(values[31 * 40 + loudestBand(values, 10)]).isPositive();
    }

    @ParameterizedTest
    @ValueSource(doubles = {.01, .1, .5, 2})
    void hearsTheSameHoweverLoud(double gain) {
        float[] loud = TestSounds.voice(3).samples();
        float peak = Sound.peak(loud);
        float[] other = loud.clone();
        for (int i = 0; i < loud.length; i++) {
            loud[i] *= .5f / peak;
            other[i] = (float) (loud[i] * gain);
        }

        assertThat(logMel.of(new Sound(8_000, other)))
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(logMel.of(new Sound(8_000, loud)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void hearsTheSameHoweverLongTheSilenceBefore(int blocks) {
        float[] word = TestSounds.tone(440, 8_000, .4, .3).samples();
        float[] late = new float[(blocks + 3) * 128 + word.length];
        System.arraycopy(word, 0, late, (blocks + 3) * 128, word.length);
        float[] early = Arrays.copyOfRange(late, blocks * 128, late.length);

        assertThat(logMel.of(new Sound(8_000, late))).containsExactly(logMel.of(new Sound(8_000, early)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void hearsTheSameAtAnotherRate(int number) {
        Sound voice = CanonicalSound.of(TestSounds.voice(number), SETTINGS);
        float[] values = logMel.of(voice);
        float[] others = logMel.of(Resampling.toRate(voice, 24_000));

        double difference = IntStream.range(0, values.length)
                .mapToDouble(i -> Math.abs(values[i] - others[i]))
                .average()
                .orElseThrow();
        assertThat(difference).isLessThan(.01);
    }

    /** Worked out in NumPy, from the definition: a change here changes what every trained model hears. */
    @Test
    void hearsAGlidingToneAsItAlwaysDid() {
        float[] samples = new float[4_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (.5 * Math.sin(2 * Math.PI * (200 + .1 * i) * i / 8_000));
        }
        float[] values = logMel.of(new Sound(8_000, samples));

        assertThat(List.of(values[3], values[10 * 40 + 9], values[20 * 40 + 10], values[30 * 40 + 25]))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : Float.compare(a, b))
                .containsExactly(.91334f, .91419f, .15240f, .37075f);
    }

    @Test
    void leavesNothingBehindInTheWorkspace() {
        LogMel.Workspace workspace = logMel.workspace();
        float[] values = new float[3 + SETTINGS.size()];
        logMel.into(TestSounds.voice(1), workspace, values, 3);
        logMel.into(TestSounds.voice(2), workspace, values, 3);

        assertThat(Arrays.copyOfRange(values, 3, values.length)).containsExactly(logMel.of(TestSounds.voice(2)));
        assertThat(Arrays.copyOf(values, 3)).containsOnly(0f);
    }

    @Test
    void servesSeveralThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<float[]>> all = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> logMel.of(TestSounds.voice(i))))
                    .toList();
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).get()).containsExactly(logMel.of(TestSounds.voice(i)));
            }
        } finally {
            threads.shutdown();
        }
    }

    private static int loudestBand(float[] values, int frame) {
        return IntStream.range(0, 40)
                .reduce(0, (best, band) -> values[frame * 40 + band] > values[frame * 40 + best] ? band : best);
    }
}
