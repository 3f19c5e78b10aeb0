package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.Weights;
import java.util.function.IntBinaryOperator;

/** Makes the layers of one side of a part from its tensors. */
record Layers(Kernel kernel, Weights weights, String prefix) {

    Dense dense(String layer, int inWidth, boolean rectified) {
        return new Dense(kernel, matrix(layer).values(), bias(layer).values(), inWidth, rectified);
    }

    Convolution convolution(String layer, Padded in, IntBinaryOperator place) {
        return Convolution.on(in, kernel, matrix(layer), bias(layer), place);
    }

    Convolution convolution(String layer, Strips in, IntBinaryOperator place) {
        return Convolution.on(in, kernel, matrix(layer), bias(layer), place);
    }

    /** Two layers over the same input as one, the outputs of the second following those of the first. */
    Dense sideBySide(String left, String right, int inWidth) {
        int rows = matrix(left).shape()[0];
        float[] both = joined(matrix(left).values(), matrix(right).values(), rows);
        float[] biases = joined(bias(left).values(), bias(right).values(), 1);
        return new Dense(kernel, both, biases, inWidth, false);
    }

    private Tensor matrix(String layer) {
        return weights.require(prefix + layer + ".w");
    }

    private Tensor bias(String layer) {
        return weights.require(prefix + layer + ".b");
    }

    private static float[] joined(float[] left, float[] right, int rows) {
        int l = left.length / rows;
        int r = right.length / rows;
        float[] both = new float[left.length + right.length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(left, row * l, both, row * (l + r), l);
            System.arraycopy(right, row * r, both, row * (l + r) + l, r);
        }
        return both;
    }
}
