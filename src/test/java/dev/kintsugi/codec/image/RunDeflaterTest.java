package dev.kintsugi.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunDeflaterTest {

    static LongStream seeds() {
        return LongStream.range(0, 1_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isInflatedByZlib(long seed) throws DataFormatException {
        SplittableRandom random = new SplittableRandom(seed);
        int line = 2 + random.nextInt(random.nextInt(5) == 0 ? 4_096 : 60);
        byte[] lines = lines(random, line, 1 + random.nextInt(60));

        assertInflates(lines, line);
    }

    @Test
    void writesRunsOfEveryLength() throws DataFormatException {
        for (int length = 1; length <= 600; length++) {
            byte[] bytes = new byte[length + 4];
            Arrays.fill(bytes, 2, length + 2, (byte) 200);
            bytes[length + 2] = 1;

            assertInflates(bytes, 700);
        }
    }

    @Test
    void writesCopiesOfEveryLengthFromTheLineAbove() throws DataFormatException {
        for (int length = 1; length <= 600; length++) {
            byte[] bytes = new byte[2 * length + 2];
            new SplittableRandom(length).nextBytes(bytes);
            System.arraycopy(bytes, 0, bytes, length, length);

            assertInflates(bytes, length);
        }
    }

    @Test
    void copiesFromEveryWidthOfLines() throws DataFormatException {
        for (int line = 2; line <= Picture.LONGEST_SIDE + 1; line++) {
            byte[] bytes = new byte[line + 20];
            new SplittableRandom(line).nextBytes(bytes);
            System.arraycopy(bytes, 0, bytes, line, 20);

            assertInflates(bytes, line);
        }
    }

    @Test
    void writesEveryByte() throws DataFormatException {
        byte[] bytes = new byte[512];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i < 256 ? i : 511 - i);
        }

        assertInflates(bytes, 29);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100, 65_534, 65_535, 65_536, 200_000})
    void storesWhatCodesWouldMakeLarger(int size) throws DataFormatException {
        byte[] noise = new byte[size];
        new SplittableRandom(size).nextBytes(noise);
        for (int i = 0; i < size; i++) {
            // Those of nine bits.
            noise[i] |= (byte) 0xc0;
        }

        assertThat(RunDeflater.deflated(noise, 32_768).remaining())
                .isLessThanOrEqualTo(size + 6 + 5 * ((size + 65_534) / 65_535));
        assertInflates(noise, 32_768);
    }

    @Test
    void makesDigitsAsSmallAsZlibAtItsFastest() {
        var digits = new SyntheticDataset(2).pictures("mnist", Split.TRAIN);
        int size = 0;
        int zlib = 0;
        for (int i = 0; i < 300; i++) {
            byte[] lines = lines(digits.get(i).value());
            size += RunDeflater.deflated(lines, 29).remaining();
            zlib += zlib(lines);
        }

        assertThat(size).isLessThan(zlib * 105 / 100);
    }

    private static int zlib(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        deflater.setInput(bytes);
        deflater.finish();
        int size = deflater.deflate(new byte[2 * bytes.length]);
        deflater.end();
        return size;
    }

    private static byte[] lines(Picture picture) {
        byte[] lines = new byte[picture.height() * (picture.width() + 1)];
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.shared(), y * picture.width(), lines, y * (picture.width() + 1) + 1, picture.width());
        }
        return lines;
    }

    /** Blank, full, noise, strokes or gradients. */
    private static byte[] lines(SplittableRandom random, int line, int count) {
        byte[] lines = new byte[line * count];
        int kind = random.nextInt(5);
        int rare = 1 + random.nextInt(40);
        byte last = 0;
        for (int i = 0; i < lines.length; i++) {
            last = random.nextInt(rare) == 0 ? (byte) random.nextInt(256) : last;
            lines[i] = (byte)
                    switch (kind) {
                        case 0 -> 0;
                        case 1 -> 255;
                        case 2 -> random.nextInt(256);
                        case 3 -> last;
                        default -> i % line * 3;
                    };
        }
        return lines;
    }

    private static void assertInflates(byte[] bytes, int line) throws DataFormatException {
        ByteBuffer packed = RunDeflater.deflated(bytes, line);
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] inflated = new byte[bytes.length];

        assertThat(inflater.inflate(inflated)).isEqualTo(bytes.length);
        assertThat(inflated).isEqualTo(bytes);
        assertThat(inflater.inflate(new byte[1])).isZero();
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
    }
}
