package dev.kintsugi.codec.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPictureTest {
    private static final Examples<Picture> DIGITS = new SyntheticDataset(5).pictures("mnist", Split.TRAIN);

    private final CanonicalPicture canonical = new CanonicalPicture(28, 28, Polarity.DETECT);

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesNoPictureTwice(long seed) {
        Picture once = canonical.of(any(seed));

        assertThat(canonical.of(once)).isSameAs(once);
        assertThat(once.width()).isEqualTo(28);
        assertThat(once.height()).isEqualTo(28);
    }

    /** The box and the middle as MNIST has them: what its makers' programs wrote comes back. */
    @Test
    void leavesAPictureAsMnistHasItUntouched() {
        Picture cross = cross(0, 0);

        assertThat(canonical.of(cross)).isSameAs(cross);
    }

    @ParameterizedTest
    @CsvSource({"1,0", "3,-4", "-4,2", "0,3"})
    void movesADigitBackByWholePixels(int right, int down) {
        Picture cross = cross(0, 0);
        Picture moved = cross(right, down);

        assertThat(canonical.of(moved)).isEqualTo(cross);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fitsInkIntoTheBoxAndCentresItsMass(long seed) {
        Picture picture = canonical.of(any(seed));
        Ink ink = Ink.of(picture, Paper.of(picture, Polarity.LIGHT_ON_DARK));

        assertThat(Math.max(ink.width(), ink.height())).isBetween(17, 24);
        assertThat(ink.x()).isCloseTo(14.5, within(.6));
        assertThat(ink.y()).isCloseTo(14.5, within(.6));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void seesTheSameInkOnAnyPaper(int number) {
        Picture digit = canonical.of(DIGITS.get(number).value());
        Picture dark = drawn(digit, 6, 300, 260, 40, 20, 230, 25, 3, number);
        Picture light = drawn(digit, 6, 300, 260, 90, 70, 20, 240, 3, number);

        assertThat(distance(canonical.of(dark), digit)).isLessThan(18);
        assertThat(distance(canonical.of(light), digit)).isLessThan(18);
    }

    @Test
    void keepsTheAspect() {
        Picture picture = canonical.of(bars(300, 300, 50, 100, 200, 20, 50, 120, 200, 20));
        Ink ink = Ink.of(picture, Paper.of(picture, Polarity.LIGHT_ON_DARK));

        assertThat(ink.width()).isBetween(20, 21);
        assertThat(ink.height()).isBetween(4, 5);
    }

    @Test
    void losesNoThinLine() {
        Picture picture = canonical.of(bars(1_000, 1_000, 100, 100, 800, 2, 500, 100, 2, 800));
        int strongest = 0;
        for (int x = 0; x < 28; x++) {
            strongest = Math.max(strongest, picture.at(x, 20));
        }

        assertThat(strongest).isGreaterThan(100);
    }

    @Test
    void takesAStatedPolarityAtItsWord() {
        Picture white = new Picture(28, 28, inverted(cross(0, 0)));

        assertThat(new CanonicalPicture(28, 28, Polarity.DARK_ON_LIGHT).of(white))
                .isEqualTo(canonical.of(white))
                .isEqualTo(cross(0, 0));
        assertThat(new CanonicalPicture(28, 28, Polarity.LIGHT_ON_DARK).of(white))
                .isEqualTo(black(28, 28));
    }

    @ParameterizedTest
    @EnumSource(Polarity.class)
    void findsNothingOnABlankSheet(Polarity polarity) {
        for (int grey : new int[] {0, 100, 255}) {
            byte[] sheet = new byte[50 * 60];
            Arrays.fill(sheet, (byte) grey);

            assertThat(new CanonicalPicture(28, 28, polarity).of(new Picture(50, 60, sheet)))
                    .isEqualTo(black(28, 28));
        }
    }

    @ParameterizedTest
    @CsvSource({"28,28", "14,14", "56,56", "32,48", "1,1", "256,16"})
    void drawsInAnyShape(int width, int height) {
        CanonicalPicture shape = new CanonicalPicture(width, height, Polarity.DETECT);
        Picture picture = shape.of(DIGITS.get(3).value());

        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        assertThat(picture.grey()).contains((byte) 255);
    }

    @Test
    void givesTheModelNoughtToOne() {
        float[] values = new float[2 + 784];
        canonical.into(cross(0, 0), values, 2);

        assertThat(values[2 + 5 * 28 + 13]).isEqualTo(1);
        assertThat(values[2 + 5 * 28 + 12]).isZero();
        assertThat(values[1]).isZero();
    }

    @Test
    void refusesAnImpossibleShape() {
        assertThatThrownBy(() -> new CanonicalPicture(28, 0, Polarity.DETECT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a canonical picture of 28x0; each side must be 1 to 4096");
    }

    /** A synthetic digit on paper of any size, brightness and grain. */
    private static Picture any(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Picture digit = DIGITS.get(random.nextInt(DIGITS.size())).value();
        int scale = random.nextInt(1, 9);
        int side = 28 * scale;
        int width = side + random.nextInt(200);
        int height = side + random.nextInt(200);
        int paper = random.nextInt(256);
        int ink = paper < 128 ? paper + random.nextInt(100, 128) : paper - random.nextInt(100, 128);
        return drawn(
                digit,
                scale,
                width,
                height,
                random.nextInt(width - side + 1),
                random.nextInt(height - side + 1),
                paper,
                ink,
                random.nextInt(5),
                seed);
    }

    private static Picture drawn(
            Picture digit,
            int scale,
            int width,
            int height,
            int left,
            int top,
            int paper,
            int ink,
            int grain,
            long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean on = x >= left && y >= top && x < left + 28 * scale && y < top + 28 * scale;
                int share = on ? digit.at((x - left) / scale, (y - top) / scale) : 0;
                double value = paper + (ink - paper) * share / 255. + random.nextInt(-grain, grain + 1);
                grey[y * width + x] = (byte) Math.max(0, Math.min(255, value));
            }
        }
        return new Picture(width, height, grey);
    }

    /** Twenty pixels tall and with its mass in pixel (14, 14), unless moved. */
    private static Picture cross(int right, int down) {
        return bars(28, 28, 13 + right, 5 + down, 3, 20, 8 + right, 13 + down, 12, 3);
    }

    /** Two rectangles of full ink on black. */
    private static Picture bars(int width, int height, int x, int y, int w, int h, int x2, int y2, int w2, int h2) {
        byte[] grey = new byte[width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                boolean first = column >= x && column < x + w && row >= y && row < y + h;
                boolean second = column >= x2 && column < x2 + w2 && row >= y2 && row < y2 + h2;
                grey[row * width + column] = (byte) (first || second ? 255 : 0);
            }
        }
        return new Picture(width, height, grey);
    }

    private static byte[] inverted(Picture picture) {
        byte[] grey = picture.grey();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) ~grey[i];
        }
        return grey;
    }

    private static Picture black(int width, int height) {
        return new Picture(width, height, new byte[width * height]);
    }

    /** The mean difference of pixels. */
    private static double distance(Picture one, Picture other) {
        double sum = 0;
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                sum += Math.abs(one.at(x, y) - other.at(x, y));
            }
        }
        return sum / 784;
    }
}
