package dev.kintsugi.mvae.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.mvae.Tensor;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionTest {
    private static final int CHANNELS = 16;

    @ParameterizedTest
    @CsvSource({"8,8", "6,10", "64,40", "10,6", "4,4"})
    void sumsFourByFourPixelsAtEverySecondOne(int height, int width) {
        Random random = new Random(height * 100L + width);
        Tensor weights = tensor(random, CHANNELS, 16);
        Tensor bias = tensor(random, CHANNELS);
        float[] picture = values(random, height * width);
        Padded features = new Padded(height / 2, width / 2, CHANNELS);
        float[] out = convolved(Kernel.best(), features, weights, bias, picture);
        for (int y = 0; y < features.height(); y++) {
            for (int x = 0; x < features.width(); x++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    double sum = bias.values()[channel];
                    for (int k = 0; k < 16; k++) {
                        int row = 2 * y - 1 + k / 4;
                        int column = 2 * x - 1 + k % 4;
                        boolean inside = row >= 0 && row < height && column >= 0 && column < width;
                        sum += inside ? picture[row * width + column] * weights.values()[channel * 16 + k] : 0;
                    }
                    assertThat((double) out[features.at(y, x) + channel])
                            .as("channel %d of (%d, %d)", channel, y, x)
                            .isCloseTo(Math.max(0, sum), within(1e-5));
                }
            }
        }
        assertThat(out).containsExactly(convolved(new PlainKernel(), features, weights, bias, picture));
    }

    private static float[] convolved(Kernel kernel, Padded features, Tensor weights, Tensor bias, float[] picture) {
        Strips in = new Strips(2 * features.height(), 2 * features.width());
        Convolution convolution = Convolution.on(in, kernel, weights, bias, features::at);
        float[] strips = new float[in.size()];
        in.fill(picture, 0, strips);
        float[] out = new float[features.size() + convolution.width()];
        convolution.apply(strips, out, 0);
        return Arrays.copyOf(out, features.size());
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
