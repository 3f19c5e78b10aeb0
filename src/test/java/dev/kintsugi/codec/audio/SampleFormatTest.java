package dev.kintsugi.codec.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SampleFormatTest {

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"MU_LAW", "A_LAW"})
    void readsBackWhatWasWrittenToWithinOneStep(SampleFormat format) {
        for (long seed = 0; seed < 200; seed++) {
            double sample = new SplittableRandom(seed).nextDouble(-1, 1);
            ByteBuffer bytes = written(format, sample);

            assertThat(format.read(bytes, 0))
                    .isCloseTo(sample, within(Math.pow(2, -Math.min(23, 8 * format.bytes() - 1))));
        }
    }

    /** Symmetric, monotonic and within full scale, which a wrong segment or bias would break. */
    @ParameterizedTest
    @EnumSource(names = {"MU_LAW", "A_LAW"})
    void risesWithItsCodeAndMirrorsItsSign(SampleFormat format) {
        ByteBuffer code = ByteBuffer.allocate(1);
        double last = -1;
        for (int magnitude = 0; magnitude < 128; magnitude++) {
            int positive = format == SampleFormat.MU_LAW ? 0xff - magnitude : 0x80 + magnitude ^ 0x55;
            double value = format.read(code.put(0, (byte) positive), 0);

            assertThat(value).isGreaterThan(last).isBetween(0.0, 1.0);
            assertThat(format.read(code.put(0, (byte) (positive ^ 0x80)), 0)).isCloseTo(-value, within(0.0));
            last = value;
        }
        assertThat(last).isCloseTo(.98, within(.01));
    }

    private static ByteBuffer written(SampleFormat format, double sample) {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        return switch (format) {
            case U8 -> bytes.put((byte) (128 + Math.floor(128 * sample)));
            case S16LE -> bytes.putShort((short) Math.floor(32_768 * sample));
            // The top byte of the four is written and then lies beyond what is read.
            case S24LE -> bytes.putInt((int) Math.floor(8_388_608 * sample));
            case S32LE -> bytes.putInt((int) Math.floor(2_147_483_648.0 * sample));
            case F32LE -> bytes.putFloat((float) sample);
            default -> bytes.putDouble(sample);
        };
    }
}
