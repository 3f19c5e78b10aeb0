package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.codec.Decoded;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavTest {
    private static final int PCM = 1;
    private static final int FLOAT = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void readsBackWhatItWroteToWithinHalfAStep(long seed) {
        Sound sound = noise(seed);

        Sound read = value(Wav.decode(Wav.encode(sound)));

        assertThat(read.rate()).isEqualTo(sound.rate());
        assertThat(read.samples()).hasSize(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            // Full scale is one step short of 1 on the positive side.
            assertThat(read.samples()[i]).isCloseTo(sound.samples()[i], within(1.01f / 32_768));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void writesTheSameBytesAgainAfterReadingThem(long seed) {
        byte[] wav = Wav.encode(noise(seed));

        assertThat(Wav.encode(value(Wav.decode(wav)))).isEqualTo(wav);
    }

    @Test
    void readsEachSampleOfSixteenBitsExactly() {
        short[] values = new short[65_536];
        float[] exact = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) i;
            exact[i] = values[i] / 32_768f;
        }
        byte[] wav = Wav.encode(8_000, new WholeSamples(values));

        assertThat(value(Wav.decode(wav)).samples()).isEqualTo(exact);
        assertThat(Wav.encode(new Sound(8_000, exact))).isEqualTo(wav);
    }

    /** Around each middle between two samples, the floats next to it too. */
    @Test
    void roundsToTheNearestSampleAndHalvesUp() {
        for (int half = -65_536; half <= 65_536; half++) {
            float middle = half / 65_536f;
            for (float sample : new float[] {middle, Math.nextUp(middle), Math.nextDown(middle)}) {
                assertThat(WholeSamples.nearest(sample))
                        .isEqualTo((short) Math.min(32_767, Math.round(sample * 32_768.)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "1,3", "1,4", "3,4", "3,8", "6,1", "7,1"})
    void readsEveryFormatInPlainAndExtensibleForm(int code, int bytes) {
        byte[] data = switch (code * 10 + bytes) {
            case 11 -> new byte[] {64, (byte) 192};
            case 12 ->
                WavBytes.little(4)
                        .putShort((short) -16_384)
                        .putShort((short) 16_384)
                        .array();
            case 13 -> new byte[] {0, 0, (byte) 0xc0, 0, 0, 0x40};
            case 14 -> WavBytes.little(8).putInt(-(1 << 30)).putInt(1 << 30).array();
            case 34 -> WavBytes.little(8).putFloat(-.5f).putFloat(.5f).array();
            case 38 -> WavBytes.little(16).putDouble(-.5).putDouble(.5).array();
            case 61 -> new byte[] {0x25, (byte) 0xa5};
            default -> new byte[] {0x0f, (byte) 0x8f};
        };
        byte[] plain = new WavBytes()
                .format(code, 8000, 1, bytes, 8 * bytes)
                .chunk("data", data)
                .bytes();
        byte[] extensible = new WavBytes()
                .extensible(code, 8000, 1, bytes, 8 * bytes)
                .chunk("data", data)
                .bytes();

        // The logarithmic formats have no code for exactly one half.
        float tolerance = code > FLOAT ? .016f : 0;
        assertThat(value(Wav.decode(plain)).samples()).containsExactly(new float[] {-.5f, .5f}, within(tolerance));
        assertThat(Wav.decode(extensible)).isEqualTo(Wav.decode(plain));
    }

    @Test
    void readsTwentyFourBitsInFourBytes() {
        byte[] data = WavBytes.little(4).putInt(0x4000_0000).array();

        assertThat(value(Wav.decode(new WavBytes()
                                .extensible(PCM, 8000, 1, 4, 24)
                                .chunk("data", data)
                                .bytes()))
                        .samples())
                .containsExactly(.5f);
    }

    @Test
    void averagesTheChannels() {
        byte[] data = WavBytes.little(12)
                .putShort((short) 3000)
                .putShort((short) 0)
                .putShort((short) -3000)
                .putShort((short) 8192)
                .putShort((short) 8192)
                .putShort((short) 8192)
                .array();

        assertThat(value(Wav.decode(new WavBytes()
                                .format(PCM, 44_100, 3, 2, 16)
                                .chunk("data", data)
                                .bytes()))
                        .samples())
                .containsExactly(0f, .25f);
    }

    @Test
    void skipsOtherChunksAlsoThoseOfOddLength() {
        byte[] wav = new WavBytes()
                .chunk("LIST", new byte[7])
                .format(PCM, 8000, 1, 1, 8)
                .chunk("odd!", new byte[1])
                .chunk("data", new byte[] {(byte) 192})
                .chunk("cue ", new byte[4])
                .bytes();

        assertThat(value(Wav.decode(wav)).samples()).containsExactly(.5f);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x7fff_ffff, 0x7fff_f000})
    void readsToTheEndWhatAPipeLeftWithoutALength(int claimed) {
        byte[] wav = new WavBytes()
                .format(PCM, 8000, 1, 1, 8)
                .chunkClaiming("data", claimed, new byte[] {(byte) 192, 64})
                .bytes();

        assertThat(value(Wav.decode(wav)).samples()).containsExactly(.5f, -.5f);
    }

    @Test
    void scalesAFloatFileThatExceedsFullScale() {
        byte[] data = WavBytes.little(8).putFloat(-2).putFloat(1).array();

        assertThat(value(Wav.decode(new WavBytes()
                                .format(FLOAT, 8000, 1, 4, 32)
                                .chunk("data", data)
                                .bytes()))
                        .samples())
                .containsExactly(-1f, .5f);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesASampleThatIsNoNumber(float sample) {
        byte[] data = WavBytes.little(8).putFloat(.1f).putFloat(sample).array();

        assertBad(
                new WavBytes().format(FLOAT, 8000, 1, 4, 32).chunk("data", data).bytes(),
                "audio-not-finite",
                "sample 1 of 2 is " + sample);
    }

    @Test
    void refusesAnEmptyPayload() {
        assertBad(new byte[0], "audio-empty", "0 bytes");
    }

    @Test
    void refusesAWavOfNoSamples() {
        assertBad(
                new WavBytes()
                        .format(PCM, 8000, 1, 2, 16)
                        .chunk("data", new byte[0])
                        .bytes(),
                "audio-empty",
                "");
    }

    @Test
    void refusesWhatIsNoWav() {
        assertBad("OggS............".getBytes(), "audio-not-wav", "16 bytes");
    }

    @Test
    void refusesAWavWithoutFormat() {
        assertBad(new WavBytes().chunk("data", new byte[8]).bytes(), "audio-header-broken", "without a fmt chunk");
    }

    @Test
    void refusesAWavWithoutData() {
        assertBad(new WavBytes().format(PCM, 8000, 1, 2, 16).bytes(), "audio-header-broken", "without a data chunk");
    }

    @Test
    void refusesAFormatChunkThatIsTooShort() {
        assertBad(new WavBytes().chunk("fmt ", new byte[8]).bytes(), "audio-header-broken", "without a data chunk");
        assertBad(
                new WavBytes()
                        .chunk("fmt ", new byte[8])
                        .chunk("data", new byte[8])
                        .bytes(),
                "audio-header-broken",
                "a fmt chunk of 8 bytes");
    }

    @ParameterizedTest
    @CsvSource({"2,1,1,4", "85,1,2,16", "1,1,5,40", "3,1,2,16", "1,1,1,16", "1,0,2,16"})
    void refusesFormatsThatItDoesNotKnow(int code, int channels, int bytes, int bits) {
        assertBad(
                new WavBytes()
                        .format(code, 8000, channels, bytes, bits)
                        .chunk("data", new byte[40])
                        .bytes(),
                "audio-format-unknown",
                "format code " + code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -8000, 999, 384_001})
    void refusesAnImpossibleRate(int rate) {
        assertBad(
                new WavBytes()
                        .format(PCM, rate, 1, 1, 8)
                        .chunk("data", new byte[4])
                        .bytes(),
                "audio-rate-refused",
                rate + " Hz");
    }

    @Test
    void refusesMoreThanAMinute() {
        assertBad(
                new WavBytes()
                        .format(PCM, 1000, 1, 1, 8)
                        .chunk("data", new byte[61_000])
                        .bytes(),
                "audio-too-long",
                "61 s");
    }

    @Test
    void refusesAFileCutAnywhere() {
        byte[] wav = Wav.encode(noise(7));
        for (int length = 0; length < wav.length; length++) {
            assertThat(Wav.decode(Arrays.copyOf(wav, length))).isInstanceOf(Decoded.Bad.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverThrowsOnDamage(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] wav = Wav.encode(noise(seed));
        for (int trial = 0; trial < 500; trial++) {
            byte[] damaged = wav.clone();
            damaged[random.nextInt(60)] = (byte) random.nextInt();
            damaged[random.nextInt(60)] = (byte) random.nextInt();
            assertThat(Wav.decode(damaged)).isNotNull();
        }
    }

    @Test
    void readsRawSamplesLikeThoseOfAFile() {
        byte[] data = ByteBuffer.allocate(2).put((byte) 64).put((byte) 192).array();

        assertThat(Pcm.decode(data, 8000, 1, SampleFormat.U8))
                .isEqualTo(Decoded.ok(new Sound(8000, new float[] {-.5f, .5f})));
    }

    @Test
    void refusesRawSamplesThatEndWithinAFrame() {
        assertThat(Pcm.decode(new byte[7], 8000, 2, SampleFormat.S16LE))
                .isInstanceOfSatisfying(Decoded.Bad.class, bad -> {
                    assertThat(bad.reason()).isEqualTo("audio-truncated");
                    assertThat(bad.message()).contains("7 bytes of S16LE in 2 channel(s)", "multiple of 4");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void refusesAnImpossibleNumberOfChannels(int channels) {
        assertThat(Pcm.decode(new byte[8], 8000, channels, SampleFormat.S16LE))
                .isInstanceOfSatisfying(
                        Decoded.Bad.class, bad -> assertThat(bad.reason()).isEqualTo("audio-channels-refused"));
    }

    private static void assertBad(byte[] wav, String reason, String messagePart) {
        assertThat(Wav.decode(wav)).isInstanceOfSatisfying(Decoded.Bad.class, bad -> {
            assertThat(bad.reason()).isEqualTo(reason);
            assertThat(bad.message()).contains(messagePart);
        });
    }

    private static Sound value(Decoded<Sound> decoded) {
        return decoded.orElseThrow(bad -> new IllegalStateException(bad.reason() + ": " + bad.message()));
    }

    private static Sound noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] samples = new float[random.nextInt(1, 300)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextDouble(-1, 1);
        }
        return new Sound(random.nextInt(8000, 48_001), samples);
    }
}
