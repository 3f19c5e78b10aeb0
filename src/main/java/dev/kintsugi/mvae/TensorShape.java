package dev.kintsugi.mvae;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The name of a tensor and its dimensions, the last of which is contiguous. */
public record TensorShape(String name, int... shape) {
    public TensorShape {
        shape = shape.clone();
    }

    @Override
    public int[] shape() {
        return shape.clone();
    }

    /** How many numbers it holds. */
    public int size() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Its dimensions as people read them, such as {@code [256, 32]}. */
    public String dimensions() {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TensorShape that && name.equals(that.name) && Arrays.equals(shape, that.shape);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return name + dimensions();
    }
}
