package dev.kintsugi.codec.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {

    @Test
    void takesTheMeanOfWhatAPixelCovers() {
        float[] result = new float[2];
        new Axis(6, 2, 1 / 3., 0, 0).apply(new float[] {1, 2, 3, 10, 20, 30}, 0, result, 0);

        assertThat(result).usingComparatorWithPrecision(1e-5f).containsExactly(2, 20);
    }

    @Test
    void readsInBetweenAlongACubic() {
        float[] result = new float[8];
        new Axis(4, 8, 2, 0, 0).apply(new float[] {0, 0, 1, 1}, 0, result, 0);

        // A quarter and three quarters of the way from the second pixel to the third.
        assertThat(result[3]).isCloseTo(.203125f, within(1e-6f));
        assertThat(result[4]).isCloseTo(.796875f, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.013, .2, .7, .999, 1, 1.3, 4, 17.5})
    void keepsAnEvenSurfaceEven(double scale) {
        float[] surface = new float[400];
        Arrays.fill(surface, 1);
        float[] result = new float[3];
        new Axis(400, 3, scale, 200, 1.5).apply(surface, 0, result, 0);

        assertThat(result).usingComparatorWithPrecision(1e-4f).containsExactly(1, 1, 1);
    }

    @Test
    void findsPaperBeyondThePicture() {
        float[] result = new float[5];
        new Axis(1, 5, 1, .5, 2.5).apply(new float[] {1}, 0, result, 0);

        assertThat(result).containsExactly(0, 0, 1, 0, 0);
    }

    @Test
    void knowsWhichPixelsItNeeds() {
        assertThat(new Axis(100, 10, .5, 50, 5).range()).containsExactly(40, 60);
    }
}
