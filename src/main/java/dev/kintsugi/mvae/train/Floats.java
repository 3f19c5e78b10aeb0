package dev.kintsugi.mvae.train;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies between arrays of Java and those of ND4J, in bulk; the latter whole and in row order. */
final class Floats {
    private Floats() {}

    static float[] of(INDArray array) {
        float[] values = new float[Math.toIntExact(array.length())];
        from(array, values);
        return values;
    }

    /** A view of what the array holds. */
    static FloatBuffer buffer(INDArray array) {
        if (array.ordering() != 'c'
                || array.offset() != 0
                || array.length() != array.data().length()) {
            throw new IllegalArgumentException(
                    "a part of an array, or one in column order: " + array.shapeInfoToString());
        }
        return array.data().asNioFloat();
    }

    /** @param values at least as many as the array has */
    static void from(INDArray array, float[] values) {
        buffer(array).get(values, 0, Math.toIntExact(array.length()));
    }

    static void into(INDArray array, float[] values) {
        buffer(array).put(values);
    }
}
