package dev.kintsugi.mvae.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.mvae.Tensor;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionTest {
    private static final int CHANNELS = 16;

    /** Also where a row has an odd number of pixels, which do not come in pairs. */
    @ParameterizedTest
    @CsvSource({"8,8", "6,10", "64,40", "10,6", "4,4"})
    void givesTheSameBitsByPairsOfPixels(int height, int width) {
        assertThat(convolved(height, width, 2 * CHANNELS)).containsExactly(convolved(height, width, 1));
    }

    private static float[] convolved(int height, int width, int columns) {
        Random random = new Random(height * 100L + width);
        Strips picture = new Strips(height, width);
        Padded features = new Padded(height / 2, width / 2, CHANNELS);
        Convolution convolution = Convolution.on(
                picture, of(columns), tensor(random, CHANNELS, 16), tensor(random, CHANNELS), features::at);
        float[] strips = new float[picture.size()];
        picture.fill(values(random, height * width), 0, strips);
        float[] out = new float[features.size() + convolution.width()];
        convolution.apply(strips, out, 0);
        return Arrays.copyOf(out, features.size());
    }

    /** The plain kernel, which says that it computes so many columns at once. */
    private static Kernel of(int columns) {
        Kernel plain = new PlainKernel();
        return new Kernel() {
            @Override
            public String name() {
                return plain.name();
            }

            @Override
            public int columns() {
                return columns;
            }

            @Override
            public Matrix pack(float[] weights, float[] bias, Patch patch, int out) {
                return plain.pack(weights, bias, patch, out);
            }
        };
    }

    private static Tensor tensor(Random random, int... shape) {
        int size = 1;
        for (int side : shape) {
            size *= side;
        }
        return new Tensor("some", shape, values(random, size));
    }

    private static float[] values(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
