package dev.kintsugi.mvae.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.mvae.bundle.Half;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTest {
    private static final List<Kernel> KERNELS = List.of(Kernel.best(), new PlainKernel());

    @Test
    void usesVectorsWhereTheModuleIsThere() {
        assertThat(Kernel.best().name()).startsWith("vector ");
    }

    /** A product of odd size: three patches of several runs each, with gaps between rows of input. */
    record Product(long seed, int rows, Patch patch, int out) {
        private static Product random(long seed) {
            Random random = new Random(seed);
            int run = 1 + random.nextInt(seed % 3 == 0 ? 300 : 20);
            int runs = 1 + random.nextInt(4);
            Patch patch = new Patch(runs, run, run + random.nextInt(5));
            return new Product(seed, 1 + random.nextInt(13), patch, 1 + random.nextInt(100));
        }

        float[] in() {
            return gaussians(1, rows * step());
        }

        /** Of every second product as bundles keep them, with some that are subnormal there, and with zeros. */
        float[] weights() {
            float[] weights = gaussians(2, patch.size() * out);
            for (int i = 0; i < weights.length && seed % 2 == 0; i++) {
                float scale = i % 5 == 0 ? 0x1p-18f : i % 7 == 0 ? 0 : 1;
                weights[i] = Half.toFloat(Half.of(scale * weights[i]));
            }
            return weights;
        }

        float[] bias() {
            return gaussians(3, out);
        }

        int step() {
            return patch.runs() * (patch.distance() + 3);
        }

        /** The rows of output, without what lies between them. */
        float[] by(Kernel kernel, boolean rectify) {
            return by(kernel, rectify, 0, rows);
        }

        private float[] by(Kernel kernel, boolean rectify, int first, int rows) {
            Matrix matrix = kernel.pack(weights(), bias(), patch, out);
            float[] wide = new float[rows * matrix.width()];
            matrix.multiply(
                    in(),
                    Rows.every(step(), rows).from(first * step()),
                    wide,
                    Rows.every(matrix.width(), rows),
                    rows,
                    rectify);
            float[] result = new float[rows * out];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(wide, row * matrix.width(), result, row * out, out);
            }
            return result;
        }

        double[] exact() {
            float[] in = in();
            float[] weights = weights();
            float[] bias = bias();
            double[] sums = new double[rows * out];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = bias[i % out];
                for (int k = 0; k < patch.size(); k++) {
                    int at = i / out * step() + k / patch.run() * patch.distance() + k % patch.run();
                    sums[i] += (double) in[at] * weights[k * out + i % out];
                }
            }
            return sums;
        }

        private float[] gaussians(int stream, int size) {
            Random random = new Random(seed * 31 + stream);
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = (float) (random.nextGaussian() / Math.sqrt(patch.size()));
            }
            return values;
        }
    }

    /** The last ones have weights that stay in registers, and several blocks and groups of panels, full tiles and others. */
    static Stream<Product> products() {
        Stream<Product> any = IntStream.range(0, 40).mapToObj(Product::random);
        Stream<Product> few = IntStream.range(40, 44).mapToObj(seed -> new Product(seed, 9, new Patch(1, 16, 16), 16));
        Stream<Product> many = IntStream.of(1, 4, 5, 9)
                .boxed()
                .flatMap(rows -> Stream.of(
                        new Product(50, rows, new Patch(1, 300, 300), 600),
                        new Product(51, rows, new Patch(1, 300, 300), 600),
                        new Product(52, rows, new Patch(1, 300, 300), 100),
                        new Product(54, rows, new Patch(2, 150, 160), 100)));
        return Stream.of(any, few, many).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("products")
    void agreesWithTheExactProduct(Product product) {
        double[] exact = product.exact();
        for (Kernel kernel : KERNELS) {
            float[] result = product.by(kernel, false);
            for (int i = 0; i < result.length; i++) {
                assertThat((double) result[i])
                        .as("%s, output %d", kernel.name(), i)
                        .isCloseTo(exact[i], within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void givesTheSameBitsWithAndWithoutVectors(Product product) {
        assertThat(product.by(KERNELS.get(0), false)).containsExactly(product.by(KERNELS.get(1), false));
    }

    @ParameterizedTest
    @MethodSource("products")
    void givesTheSameBitsOfARowThatIsAlone(Product product) {
        for (Kernel kernel : KERNELS) {
            float[] together = product.by(kernel, false);
            for (int row = 0; row < product.rows(); row++) {
                assertThat(product.by(kernel, false, row, 1))
                        .as("%s, row %d", kernel.name(), row)
                        .containsExactly(Arrays.copyOfRange(together, row * product.out(), (row + 1) * product.out()));
            }
        }
    }

    /** What sixteen bits, scaled, cannot hold keeps all of a layer from being read as halves. */
    @Test
    void keepsWeightsThatHaveMoreThanSixteenBits() {
        for (float odd : new float[] {1 + 0x1p-11f, 0x1p-25f, 64, Float.MIN_VALUE}) {
            float[] weights = new float[64];
            weights[5] = odd;
            for (Kernel kernel : KERNELS) {
                Matrix matrix = kernel.pack(weights, new float[64], Patch.whole(1), 64);
                float[] out = new float[matrix.width()];
                matrix.multiply(new float[] {2}, Rows.every(1, 1), out, Rows.every(matrix.width(), 1), 1, false);
                assertThat(out[5]).as(kernel.name()).isEqualTo(2 * odd);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void setsNegativeResultsToZeroIfAskedTo(Product product) {
        for (Kernel kernel : KERNELS) {
            float[] plain = product.by(kernel, false);
            float[] rectified = product.by(kernel, true);
            for (int i = 0; i < plain.length; i++) {
                assertThat(rectified[i]).isEqualTo(Math.max(0, plain[i]));
            }
        }
    }

    @Test
    void keepsWhatIsNotFiniteThroughRectification() {
        for (int out : new int[] {3, 16, 64}) {
            for (Kernel kernel : KERNELS) {
                Matrix matrix = kernel.pack(filled(16 * out, 1), new float[out], Patch.whole(16), out);
                for (float odd : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
                    float[] in = filled(2 * 16, 1);
                    in[20] = odd;
                    float[] results = new float[2 * matrix.width()];
                    matrix.multiply(in, Rows.every(16, 2), results, Rows.every(matrix.width(), 2), 2, true);
                    assertThat(results[0]).as(kernel.name()).isEqualTo(16);
                    assertThat(results[matrix.width()]).as(kernel.name()).isEqualTo(Float.valueOf(odd));
                }
            }
        }
    }

    /** As a convolution writes its pixels, where a kernel computes more columns than there are channels. */
    @Test
    void writesRowsThatLieCloserThanItsWidth() {
        var product = new Product(2, 9, new Patch(1, 7, 7), 3);
        for (Kernel kernel : KERNELS) {
            Matrix matrix = kernel.pack(product.weights(), product.bias(), product.patch(), 3);
            float[] out = new float[8 * 3 + matrix.width()];
            matrix.multiply(product.in(), Rows.every(product.step(), 9), out, Rows.every(3, 9), 9, true);
            assertThat(Arrays.copyOf(out, 9 * 3)).as(kernel.name()).containsExactly(product.by(kernel, true));
        }
    }

    @Test
    void leavesOutputAsItIsWithoutRows() {
        for (Kernel kernel : KERNELS) {
            Matrix matrix = kernel.pack(new float[64], filled(64, 1), Patch.whole(1), 64);
            float[] out = new float[matrix.width()];
            matrix.multiply(new float[0], Rows.every(1, 0), out, Rows.every(matrix.width(), 0), 0, true);
            assertThat(out).as(kernel.name()).containsOnly(0);
        }
    }

    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void leavesZerosBetweenRowsOfOutput() {
        var product = new Product(1, 5, new Patch(1, 7, 7), 3);
        for (Kernel kernel : KERNELS) {
            Matrix matrix = kernel.pack(product.weights(), product.bias(), product.patch(), 3);
            float[] out = new float[5 * matrix.width()];
            matrix.multiply(product.in(), Rows.every(product.step(), 5), out, Rows.every(matrix.width(), 5), 5, false);
            for (int i = 0; i < out.length; i++) {
                assertThat(out[i] == 0).as("%s, at %d", kernel.name(), i).isEqualTo(i % matrix.width() >= 3);
            }
        }
    }
}
