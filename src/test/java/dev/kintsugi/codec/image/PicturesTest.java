package dev.kintsugi.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void readsBackEveryPngThatItWrote(long seed) {
        Picture picture = noise(seed);

        assertThat(Pictures.decode(Pictures.png(picture))).isEqualTo(Decoded.ok(picture));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void readsAnotherHandsGreyPngWithItsFilters(long seed) throws IOException {
        Picture picture = noise(seed);
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(picture.grey(), 0, pixels, 0, pixels.length);

        // The JDK filters lines as it sees fit.
        assertThat(Pictures.decode(bytes(image, "png"))).isEqualTo(Decoded.ok(picture));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void takesBackEachFilterOfPng(int filter) throws IOException {
        byte[] file = filtered(noise(3), filter);

        assertThat(PlainPng.read(file)).contains(noise(3));
        assertThat(Grey.of(ImageIO.read(new ByteArrayInputStream(file)))).isEqualTo(noise(3));
    }

    @Test
    void takesNoPngForPlainThatHasMoreOrLessThanItsPixels() {
        byte[] file = Pictures.png(noise(1));
        assertThat(Pictures.plain(file)).isPresent();
        assertThat(Pictures.plain(Arrays.copyOf(file, file.length + 1))).isEmpty();
        assertThat(Pictures.plain(Arrays.copyOf(file, file.length - 1))).isEmpty();
        assertThat(Pictures.plain(new byte[0])).isEmpty();
        for (int at = 0; at < file.length; at++) {
            byte[] damaged = file.clone();
            damaged[at]++;
            assertThat(Pictures.plain(damaged)).as("byte %s", at).isEmpty();
        }
    }

    @Test
    void takesNoPngForPlainThatHidesAByteBehindItsPixels() {
        byte[] lines = new byte[8 * 9];
        assertThat(Pictures.plain(Png.of(8, 8, lines))).isPresent();
        assertThat(Pictures.plain(Png.of(8, 8, Arrays.copyOf(lines, lines.length + 1))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void takesRawGreyAsItIs(long seed) {
        Picture picture = noise(seed);

        assertThat(Pictures.raw(picture.grey(), picture.width(), picture.height()))
                .isEqualTo(Decoded.ok(picture));
    }

    @ParameterizedTest
    @CsvSource({"ff0000,76", "00ff00,150", "0000ff,29", "ffffff,255", "7f7f7f,127"})
    void turnsColourIntoLuma(String rgb, int grey) throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, Integer.parseInt(rgb, 16));

        assertThat(value(Pictures.decode(bytes(image, "png"))).at(1, 1)).isEqualTo(grey);
    }

    @Test
    void takesTransparentForBlack() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00ffffff);
        image.setRGB(1, 0, 0x80ffffff);
        image.setRGB(2, 0, 0xffffffff);

        assertThat(value(Pictures.decode(bytes(image, "png"))).grey()).containsExactly(0, 128, 255);
    }

    @Test
    void readsSixteenBitGreyInEvenSteps() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 32_768, 65_535});

        assertThat(value(Pictures.decode(bytes(image, "png"))).grey()).containsExactly(0, 128, 255);
    }

    @Test
    void readsOneBitGrey() throws IOException {
        BufferedImage image = new BufferedImage(9, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(8, 0, 0xffffffff);

        Picture picture = value(Pictures.decode(bytes(image, "png")));

        assertThat(picture.at(8, 0)).isEqualTo(255);
        assertThat(picture.at(7, 0)).isZero();
    }

    @Test
    void readsGreyAndColourJpegAlike() throws IOException {
        Picture grey = value(Pictures.decode(bytes(ramp(BufferedImage.TYPE_BYTE_GRAY), "jpeg")));
        Picture colour = value(Pictures.decode(bytes(ramp(BufferedImage.TYPE_INT_RGB), "jpeg")));

        for (int x = 0; x < 64; x++) {
            assertThat(grey.at(x, 5)).isBetween(4 * x - 6, 4 * x + 6);
            assertThat(colour.at(x, 5)).isBetween(grey.at(x, 5) - 6, grey.at(x, 5) + 6);
        }
    }

    @Test
    void refusesAnEmptyPayload() {
        assertBad(Pictures.decode(new byte[0]), "image-empty", "0 bytes");
    }

    @Test
    void refusesWhatIsNeitherPngNorJpeg() {
        assertBad(Pictures.decode("GIF89a..".getBytes()), "image-format-unknown", "4749463839612e2e");
    }

    @Test
    void refusesAPngCutAnywhere() {
        byte[] png = Pictures.png(noise(3));
        for (int length = 1; length < png.length - 20; length++) {
            assertThat(Pictures.decode(Arrays.copyOf(png, length))).isInstanceOf(Decoded.Bad.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverThrowsOnDamage(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (byte[] whole : new byte[][] {
            Pictures.png(noise(seed)), bytes(ramp(BufferedImage.TYPE_BYTE_GRAY), "jpeg"),
        }) {
            for (int trial = 0; trial < 50; trial++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                assertThat(Pictures.decode(damaged)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4097,1", "1,4097", "100000,100000", "2147483647,2147483647"})
    void refusesAHugePictureByItsHeader(int width, int height) {
        assertBad(Pictures.decode(pngClaiming(width, height)), "image-size-refused", width + "x" + height);
    }

    @Test
    void refusesRawGreyOfAnotherLength() {
        assertBad(Pictures.raw(new byte[783], 28, 28), "image-size-mismatch", "783 bytes for raw grey of 28x28");
    }

    @ParameterizedTest
    @CsvSource({"0,28", "28,-1", "65536,65536"})
    void refusesRawGreyOfAnImpossibleSize(int width, int height) {
        assertBad(Pictures.raw(new byte[0], width, height), "image-size-refused", width + "x" + height);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void takesBackTheValuesThatItGives(long seed) {
        Picture picture = noise(seed);
        float[] values = new float[3 + picture.width() * picture.height()];
        picture.values(values, 3);

        assertThat(Pictures.of(values, 3, picture.width(), picture.height())).isEqualTo(Decoded.ok(picture));
    }

    @Test
    void cutsOffValuesBeyondBlackAndWhite() {
        assertThat(value(Pictures.of(new float[] {-3, .5f, 7}, 0, 3, 1)).grey()).containsExactly(0, 128, 255);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesAValueThatIsNoNumber(float value) {
        assertBad(Pictures.of(new float[] {0, value}, 0, 2, 1), "image-not-finite", "pixel 1 is " + value);
    }

    @Test
    void writesWhatOtherReadersRead() throws IOException {
        Picture picture = noise(7);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Pictures.png(picture)));

        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(((DataBufferByte) image.getRaster().getDataBuffer()).getData())
                .isEqualTo(picture.grey());
    }

    /** Drawings, and pixels of any brightness: what is written is read by others too. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void writesPngsThatImageIoReads(long seed) throws IOException {
        Picture drawing =
                new SyntheticDataset(seed).pictures("mnist", Split.TRAIN).get(0).value();
        for (Picture picture : new Picture[] {noise(seed), drawing}) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(Pictures.png(picture)));

            assertThat(((DataBufferByte) image.getRaster().getDataBuffer()).getData())
                    .isEqualTo(picture.grey());
        }
    }

    /** By this, what others can count on is the same on every JDK. */
    @Test
    void writesTheseBytes() {
        byte[] png = Pictures.png(new Picture(4, 4, new byte[] {0, 0, 0, 0, 0, -1, 9, 0, 0, -1, 9, 0, 0, 0, 0, 0}));

        assertThat(HexFormat.of().formatHex(png))
                .isEqualTo(
                        "89504e470d0a1a0a0000000d49484452000000040000000408000000008c9ac1a20000000f494441547801638080ff9c3002080015aa02111662b5760000000049454e44ae426082");
    }

    @Test
    void writesTheLargestPicture() {
        byte[] grey = new byte[4096 * 4096];
        new SplittableRandom(1).nextBytes(grey);
        Picture picture = new Picture(4096, 4096, grey);

        assertThat(Pictures.decode(Pictures.png(picture))).isEqualTo(Decoded.ok(picture));
    }

    private static void assertBad(Decoded<Picture> decoded, String reason, String messagePart) {
        assertThat(decoded).isInstanceOfSatisfying(Decoded.Bad.class, bad -> {
            assertThat(bad.reason()).isEqualTo(reason);
            assertThat(bad.message()).contains(messagePart);
        });
    }

    private static Picture value(Decoded<Picture> decoded) {
        return decoded.orElseThrow(bad -> new IllegalStateException(bad.reason() + ": " + bad.message()));
    }

    private static Picture noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = random.nextInt(1, 40);
        int height = random.nextInt(1, 40);
        byte[] grey = new byte[width * height];
        random.nextBytes(grey);
        return new Picture(width, height, grey);
    }

    private static BufferedImage ramp(int type) {
        BufferedImage image = new BufferedImage(64, 16, type);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 64; x++) {
                if (type == BufferedImage.TYPE_BYTE_GRAY) {
                    image.getRaster().setSample(x, y, 0, 4 * x);
                } else {
                    image.setRGB(x, y, 0x010101 * (4 * x));
                }
            }
        }
        return image;
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] pngClaiming(int width, int height) {
        byte[] png = Pictures.png(new Picture(1, 1, new byte[1]));
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    /** As {@link Png} writes it, but with each line filtered. */
    private static byte[] filtered(Picture picture, int filter) {
        int width = picture.width();
        byte[] lines = new byte[picture.height() * (width + 1)];
        for (int y = 0; y < picture.height(); y++) {
            lines[y * (width + 1)] = (byte) filter;
            for (int x = 0; x < width; x++) {
                int a = x > 0 ? picture.at(x - 1, y) : 0;
                int b = y > 0 ? picture.at(x, y - 1) : 0;
                int c = x > 0 && y > 0 ? picture.at(x - 1, y - 1) : 0;
                int p = a + b - c;
                int nearest = Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c)
                        ? a
                        : Math.abs(p - b) <= Math.abs(p - c) ? b : c;
                int guess = new int[] {0, a, b, (a + b) / 2, nearest}[filter];
                lines[y * (width + 1) + 1 + x] = (byte) (picture.at(x, y) - guess);
            }
        }
        return Png.of(width, picture.height(), lines);
    }
}
