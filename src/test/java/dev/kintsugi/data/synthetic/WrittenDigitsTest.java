package dev.kintsugi.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDigitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "kannada"})
    void writesTheSamePictureAgainInAnyOrder(String name) {
        Examples<Picture> pictures = open(7, name, Split.TRAIN);
        Examples<Picture> again = open(7, name, Split.TRAIN);

        for (int i = 99; i >= 0; i--) {
            assertThat(again.get(i)).isEqualTo(pictures.get(i));
        }
    }

    /** Pins the pictures, which are promised to be the same on every JDK. */
    @ParameterizedTest
    @CsvSource({"mnist,121e9329", "kannada,86e248c4"})
    void writesThePicturesThatItAlwaysWrote(String name, String crc) {
        Examples<Picture> pictures = open(1, name, Split.TRAIN);
        CRC32 sum = new CRC32();
        for (int i = 0; i < 200; i++) {
            sum.update(pictures.get(i).value().grey());
        }
        assertThat(Long.toHexString(sum.getValue())).isEqualTo(crc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "kannada"})
    void neverWritesAPictureTwice(String name) {
        Set<Picture> seen = new HashSet<>();
        for (Split split : Split.values()) {
            for (int i = 0; i < 1000; i++) {
                assertThat(seen.add(open(1, name, split).get(i).value())).isTrue();
            }
        }
        assertThat(seen.add(open(2, name, Split.TRAIN).get(0).value())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "kannada"})
    void writesLightOnDarkWithinTheBoxAndCentresTheInk(String name) {
        Examples<Picture> pictures = open(3, name, Split.TRAIN);
        for (int i = 0; i < 2000; i++) {
            Picture picture = pictures.get(i).value();
            double ink = 0;
            double sumX = 0;
            double sumY = 0;
            for (int y = 0; y < 28; y++) {
                for (int x = 0; x < 28; x++) {
                    int light = picture.at(x, y);
                    ink += light;
                    sumX += light * x;
                    sumY += light * y;
                }
            }
            assertThat(ink / 784).isBetween(4.0, 90.0);
            assertThat(sumX / ink).isCloseTo(13.5, within(1.5));
            assertThat(sumY / ink).isCloseTo(13.5, within(1.5));
        }
    }

    @Test
    void presentsLabelsInEqualShares() {
        Examples<Picture> pictures = open(1, "mnist", Split.TEST);
        int[] counts = new int[10];
        for (int i = 0; i < pictures.size(); i++) {
            counts[Integer.parseInt(pictures.label(i))]++;
        }
        assertThat(counts).containsOnly(1000);
    }

    /** Real MNIST is read at .82 in this way, so digits must neither all look alike nor be beyond telling apart. */
    @ParameterizedTest
    @CsvSource({"mnist,.7,.97", "kannada,.7,.97"})
    void writesDigitsThatCanBeToldApartButAreNotAllAlike(String name, double least, double most) {
        double accuracy = NearestMean.accuracy(
                open(1, name, Split.TRAIN), 5000, open(1, name, Split.TEST), 2000, WrittenDigitsTest::pixels);

        assertThat(accuracy).isBetween(least, most);
    }

    @Test
    void refusesANumberBeyondItsSize() {
        Examples<Picture> pictures = open(1, "mnist", Split.TEST);

        assertThatThrownBy(() -> pictures.get(pictures.size())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static double[] pixels(Picture picture) {
        double[] pixels = new double[784];
        for (int i = 0; i < 784; i++) {
            pixels[i] = picture.at(i % 28, i / 28);
        }
        return pixels;
    }

    private static Examples<Picture> open(long seed, String name, Split split) {
        return new SyntheticDataset(seed).pictures(name, split);
    }
}
