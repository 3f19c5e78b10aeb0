package dev.kintsugi.mvae;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tensors of one side of a part, listed layer by layer: a matrix {@code .w} and a bias {@code .b} each. */
final class Names {
    private final String prefix;
    private final List<TensorShape> shapes = new ArrayList<>();

    Names(String prefix) {
        this.prefix = prefix;
    }

    /** A dense layer: its output runs along the columns. A layer with nothing to put out is left out. */
    Names columns(String layer, int in, int out) {
        return out == 0 ? this : layer(layer, in, out, out);
    }

    /** A convolution: one row of weights for each channel put out. */
    Names rows(String layer, int out, int in) {
        return layer(layer, out, in, out);
    }

    List<TensorShape> list() {
        return List.copyOf(shapes);
    }

    static List<TensorShape> joined(List<TensorShape> some, List<TensorShape> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Names layer(String layer, int rows, int columns, int bias) {
        shapes.add(new TensorShape(prefix + layer + ".w", rows, columns));
        shapes.add(new TensorShape(prefix + layer + ".b", bias));
        return this;
    }
}
