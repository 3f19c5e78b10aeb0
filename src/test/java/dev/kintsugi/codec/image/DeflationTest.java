package dev.kintsugi.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflationTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    static IntStream runs() {
        return IntStream.rangeClosed(1, 600);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comesBackInflated(long seed) throws DataFormatException {
        Random random = new Random(seed);
        byte[] values = new byte[random.nextInt(5_000)];
        int values256 = 1 + random.nextInt(256);
        int longest = 1 + random.nextInt(300);
        for (int at = 0; at < values.length; ) {
            int end = Math.min(values.length, at + 1 + random.nextInt(longest));
            Arrays.fill(values, at, end, (byte) random.nextInt(values256));
            at = end;
        }
        comesBack(values);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void knowsRunsOfEveryLength(int length) throws DataFormatException {
        for (int value : new int[] {0, 143, 144, 255}) {
            byte[] values = new byte[length + 2];
            Arrays.fill(values, 1, length + 1, (byte) value);
            values[0] = (byte) (value + 1);
            values[length + 1] = (byte) (value - 1);
            comesBack(values);
        }
    }

    @Test
    void knowsEveryValue() throws DataFormatException {
        byte[] values = new byte[256];
        for (int value = 0; value < 256; value++) {
            values[value] = (byte) value;
        }
        comesBack(values);
    }

    /** Also where the last piece that is kept as it is has nothing left to hold. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 65_534, 65_535, 65_536, 131_070, 200_000})
    void keepsNoiseAsItIs(int length) throws DataFormatException {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        comesBack(noise);
        assertThat(Deflation.of(noise)).hasSizeLessThanOrEqualTo(length + length / 1_000 + 16);
    }

    @Test
    void makesLittleOfABlankPicture() {
        assertThat(Deflation.of(new byte[4096 * 4097])).hasSizeLessThan(4096 * 4097 / 150);
    }

    private static void comesBack(byte[] values) throws DataFormatException {
        byte[] packed = Deflation.of(values);
        assertThat(packed).hasSizeLessThanOrEqualTo(Deflation.most(values.length));
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] inflated = new byte[values.length + 1];
        int size = inflater.inflate(inflated);
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
        assertThat(Arrays.copyOf(inflated, size)).isEqualTo(values);
    }
}
