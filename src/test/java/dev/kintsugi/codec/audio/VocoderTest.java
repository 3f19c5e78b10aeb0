package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.codec.Decoded;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocoderTest {
    private static final MelSettings SETTINGS = MelSettings.SPOKEN_DIGITS;

    private final LogMel logMel = new LogMel(SETTINGS);
    private final Vocoder vocoder = new Vocoder(SETTINGS);

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void makesASoundOfAnyValues(long seed) {
        Sound sound = sound(anyValues(seed));

        assertThat(sound.rate()).isEqualTo(8_000);
        assertThat(sound.length()).isBetween(128, 8_192);
        assertThat(sound.peak()).isLessThan(.8901f);
    }

    @Test
    void leavesSilenceSilent() {
        assertThat(sound(new float[SETTINGS.size()])).isEqualTo(TestSounds.silence(8_000, 128));
    }

    @Test
    void takesForSilenceWhatAModelLeavesOfIt() {
        float[] values = new float[SETTINGS.size()];
        Arrays.fill(values, .05f);

        assertThat(sound(values).peak()).isZero();
    }

    @Test
    void keepsWhatIsFaintFaint() {
        float[] values = new float[SETTINGS.size()];
        Arrays.fill(values, .1f);

        assertThat(sound(values).peak()).isBetween(1e-5f, .05f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {200, 440, 1_000, 2_500})
    void bringsAToneBackAtItsPitch(double hertz) {
        float[] samples =
                sound(logMel.of(TestSounds.tone(hertz, 8_000, .6, .5))).samples();

        // Half a band apart at most, by counting how often the middle of the sound changes its sign.
        int changes = 0;
        for (int i = 1_000; i < 4_000; i++) {
            changes += samples[i] >= 0 != samples[i - 1] >= 0 ? 1 : 0;
        }
        assertThat(changes / 2. / 3_000 * 8_000).isCloseTo(hertz, within(20 + .05 * hertz));
    }

    /** Of forty voices, a few are found to begin a frame earlier or later, which this counts too. */
    @Test
    void saysWhatWasHeard() {
        double difference = 0;
        for (int number = 0; number < 40; number++) {
            float[] heard = logMel.of(TestSounds.voice(number));
            float[] again = logMel.of(sound(heard));
            for (int i = 0; i < heard.length; i++) {
                difference += Math.abs(heard[i] - again[i]) / heard.length / 40;
            }
        }

        assertThat(difference).isLessThan(.013);
    }

    @Test
    void saysTheSameAgain() {
        Vocoder.Workspace workspace = vocoder.workspace();
        float[] first = logMel.of(TestSounds.voice(1));
        Decoded<Sound> once = vocoder.sound(first, 0, workspace);
        vocoder.sound(logMel.of(TestSounds.voice(2)), 0, workspace);

        assertThat(vocoder.sound(first, 0, workspace)).isEqualTo(once).isEqualTo(vocoder.sound(first));
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 128, 64})
    void worksWithAnyOverlap(int hop) {
        MelSettings other = new MelSettings(16_000, 512, hop, 64, 50, 60, 8_000, 1e-5, 100);
        float[] values = new LogMel(other).of(TestSounds.tone(440, 16_000, .5, .5));

        assertThat(new Vocoder(other).sound(values))
                .isInstanceOfSatisfying(
                        Decoded.Ok.class,
                        ok -> assertThat(((Sound) ok.value()).peak()).isGreaterThan(.1f));
    }

    @Test
    void refusesAnotherShape() {
        assertThat(vocoder.sound(new float[100]))
                .isEqualTo(Decoded.bad("mel-size-mismatch", "100 values; expected 64 frames of 40"));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(float value) {
        float[] values = new float[SETTINGS.size()];
        values[77] = value;

        assertThat(vocoder.sound(values))
                .isEqualTo(Decoded.bad("mel-not-finite", "value 77 is " + value + "; expected a number of 0 to 1"));
    }

    private Sound sound(float[] values) {
        return vocoder.sound(values).orElseThrow(bad -> new IllegalStateException(bad.message()));
    }

    /** Noise, flat fields, single frames and bands, also beyond 0 and 1. */
    private static float[] anyValues(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[SETTINGS.size()];
        float level = random.nextInt(-1, 3);
        for (int i = 0; i < values.length; i++) {
            values[i] = switch ((int) (seed % 4)) {
                case 0 -> (float) random.nextDouble(-.5, 1.5);
                case 1 -> level;
                case 2 -> i / 40 == 17 ? 1 : 0;
                default -> i % 40 == seed % 40 ? 1 : 0;
            };
        }
        return values;
    }
}
