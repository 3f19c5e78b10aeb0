package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Tensor;
import java.util.function.IntBinaryOperator;

/** A convolution of kernel 4, stride 2 and padding 1 with a ReLU, as one matrix product on the padded picture. */
final class Convolution {
    private static final int SIDE = Part.Sensed.KERNEL;
    private static final int STRIDE = 2;

    private final Matrix matrix;
    private final Rows from;
    private final Rows to;

    private Convolution(Matrix matrix, Rows from, Rows to) {
        this.matrix = matrix;
        this.from = from;
        this.to = to;
    }

    /** @param place where the channels of the pixel at (y, x) go */
    static Convolution on(Padded in, Kernel kernel, Tensor weights, Tensor bias, IntBinaryOperator place) {
        int channels = bias.values().length;
        Patch patch = new Patch(SIDE, SIDE * in.channels(), in.rowSize());
        float[] columns = transposed(weights.values(), channels);
        // A patch begins in the padding, one pixel up and left of the pixels that it is about.
        IntBinaryOperator begin = (y, x) -> in.at(STRIDE * y - 1, STRIDE * x - 1);
        return new Convolution(
                kernel.pack(columns, bias.values(), patch, channels),
                pixels(in.height(), in.width(), begin),
                pixels(in.height(), in.width(), place));
    }

    /** @param place where the channels of the pixel at (y, x) go */
    static Convolution on(Strips in, Kernel kernel, Tensor weights, Tensor bias, IntBinaryOperator place) {
        int channels = bias.values().length;
        float[] columns = turned(transposed(weights.values(), channels), channels);
        return new Convolution(
                kernel.pack(columns, bias.values(), Patch.whole(SIDE * SIDE), channels),
                pixels(in.height(), in.width(), in::at),
                pixels(in.height(), in.width(), place));
    }

    int width() {
        return matrix.width();
    }

    void apply(float[] in, float[] out, int base) {
        matrix.multiply(in, from, out, to.from(base), to.starts().length, true);
    }

    private static Rows pixels(int inHeight, int inWidth, IntBinaryOperator place) {
        int height = inHeight / STRIDE;
        int width = inWidth / STRIDE;
        int[] starts = new int[height * width];
        for (int pixel = 0; pixel < starts.length; pixel++) {
            starts[pixel] = place.applyAsInt(pixel / width, pixel % width);
        }
        return new Rows(0, starts);
    }

    private static float[] transposed(float[] rows, int count) {
        int size = rows.length / count;
        float[] columns = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            columns[i % size * count + i / size] = rows[i];
        }
        return columns;
    }

    /** From rows of (ky, kx) to rows of (kx, ky). */
    private static float[] turned(float[] rows, int channels) {
        float[] turned = new float[rows.length];
        for (int k = 0; k < SIDE * SIDE; k++) {
            int to = k % SIDE * SIDE + k / SIDE;
            System.arraycopy(rows, k * channels, turned, to * channels, channels);
        }
        return turned;
    }
}
