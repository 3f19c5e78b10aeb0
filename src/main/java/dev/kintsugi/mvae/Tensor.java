package dev.kintsugi.mvae;

import java.util.Arrays;

/**
 * A named tensor, row by row.
 *
 * <p>The values are not copied on the way in or out, for weights are large and pass through many hands; whoever hands an
 * array over does not write to it again.
 */
public record Tensor(String name, int[] shape, float[] values) {
    public Tensor {
        shape = shape.clone();
        int size = new TensorShape(name, shape).size();
        if (size != values.length) {
            throw new IllegalArgumentException(
                    name + " of shape " + Arrays.toString(shape) + " needs " + size + " values, not " + values.length);
        }
    }

    public static Tensor of(TensorShape shape, float[] values) {
        return new Tensor(shape.name(), shape.shape(), values);
    }

    @Override
    public int[] shape() {
        return shape.clone();
    }

    public TensorShape described() {
        return new TensorShape(name, shape);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && name.equals(that.name)
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * described().hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return described().toString();
    }
}
