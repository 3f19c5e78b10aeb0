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

    /** @param place where the channels of the pixel at (y, x) go */
    Convolution(Kernel kernel, Tensor weights, Tensor bias, Padded in, IntBinaryOperator place) {
        int channels = bias.values().length;
        Patch patch = new Patch(SIDE, SIDE * in.channels(), in.rowSize());
        this.matrix = kernel.pack(transposed(weights.values(), channels), bias.values(), patch, channels);
        // A patch begins in the padding, one pixel up and left of the pixels that it is about.
        this.from = pixels(in, (y, x) -> in.at(STRIDE * y - 1, STRIDE * x - 1));
        this.to = pixels(in, place);
    }

    int width() {
        return matrix.width();
    }

    void apply(float[] padded, float[] out, int base) {
        matrix.multiply(padded, from, out, to.from(base), to.starts().length, true);
    }

    private static Rows pixels(Padded in, IntBinaryOperator place) {
        int height = in.height() / STRIDE;
        int width = in.width() / STRIDE;
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
}
