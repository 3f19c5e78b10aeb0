package dev.kintsugi.mvae.train;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** A matrix with a vector added to every row, rectified, and kept or set to zero by a pattern that repeats itself. */
final class Activated extends JavaOperation {
    private static final int PIECE = 8192;

    private final int rows;
    private final int columns;
    private final float[] pattern;

    /** @param pattern of ones and zeros, for as many whole rows as it has values for */
    Activated(SDVariable x, int rows, SDVariable bias, int columns, float[] pattern) {
        super(x, bias);
        this.rows = rows;
        this.columns = columns;
        this.pattern = pattern;
    }

    /** With nothing set to zero. */
    static Activated everywhere(SDVariable x, int rows, SDVariable bias, int columns) {
        float[] pattern = new float[Math.min(rows, Math.max(1, PIECE / columns)) * columns];
        Arrays.fill(pattern, 1);
        return new Activated(x, rows, bias, columns, pattern);
    }

    @Override
    public String opName() {
        return "activated";
    }

    @Override
    List<SDVariable> gradients(SDVariable g) {
        SDVariable passed = new Passed(g, outputVariable(), shape()).outputVariable();
        return List.of(passed, product(ones(sameDiff, rows), passed));
    }

    @Override
    long[] shape() {
        return new long[] {rows, columns};
    }

    @Override
    Runnable execution(List<FloatBuffer> inputs, FloatBuffer output) {
        float[] bias = new float[pattern.length];
        float[] values = new float[pattern.length];
        return () -> {
            inputs.get(1).get(0, bias, 0, columns);
            for (int i = columns; i < bias.length; i += columns) {
                System.arraycopy(bias, 0, bias, i, columns);
            }
            for (int from = 0; from < rows * columns; from += values.length) {
                int count = Math.min(values.length, rows * columns - from);
                inputs.get(0).get(from, values, 0, count);
                activate(values, bias, pattern);
                output.put(from, values, 0, count);
            }
        };
    }

    private static void activate(float[] values, float[] bias, float[] pattern) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i] + bias[i], 0) * pattern[i];
        }
    }

    /** The gradient where something came out, and 0 elsewhere. */
    private static final class Passed extends JavaOperation {
        /** So great that its square makes more than 1 of every positive number. */
        private static final float GREAT = 0x1p127f;

        private final long[] shape;

        Passed(SDVariable gradient, SDVariable activated, long[] shape) {
            super(gradient, activated);
            this.shape = shape;
        }

        @Override
        public String opName() {
            return "passed";
        }

        @Override
        List<SDVariable> gradients(SDVariable g) {
            throw new UnsupportedOperationException("a gradient of a gradient");
        }

        @Override
        long[] shape() {
            return shape;
        }

        @Override
        Runnable execution(List<FloatBuffer> inputs, FloatBuffer output) {
            float[] gradient = new float[PIECE];
            float[] activated = new float[PIECE];
            int all = output.capacity();
            return () -> {
                for (int from = 0; from < all; from += PIECE) {
                    int count = Math.min(PIECE, all - from);
                    inputs.get(0).get(from, gradient, 0, count);
                    inputs.get(1).get(from, activated, 0, count);
                    pass(gradient, activated);
                    output.put(from, gradient, 0, count);
                }
            };
        }

        /** Without a branch, which would keep the loop from becoming vector instructions. */
        private static void pass(float[] gradient, float[] activated) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= Math.min(1, activated[i] * GREAT * GREAT);
            }
        }
    }
}
