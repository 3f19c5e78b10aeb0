package dev.kintsugi.mvae.infer;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The kernel in plain Java: two rows of output at a time take on two rows of weights, in loops that C2 turns into
 * vectors.
 *
 * <p>C2 does so only for short bodies and only if each operand is an array of its own, read at the loop's own index
 * (else it cannot rule out that they overlap): hence one array per row of weights, and rows of output that are copied to
 * where they belong at the end. A larger body would reuse more of what it loads, but stays scalar on JDK 17.
 */
final class PlainKernel implements Kernel {
    /** Weights in a block that stays in the second-level cache while all rows of the batch pass over it. */
    private static final int BLOCK = 1 << 16;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Matrix pack(float[] weights, float[] bias, Patch patch, int out) {
        float[][] rows = IntStream.range(0, patch.size())
                .mapToObj(row -> Arrays.copyOfRange(weights, row * out, (row + 1) * out))
                .toArray(float[][]::new);
        return new PlainMatrix(rows, bias.clone(), patch);
    }

    private record PlainMatrix(float[][] weights, float[] bias, Patch patch) implements Matrix {
        @Override
        public int width() {
            return bias.length;
        }

        @Override
        public void multiply(float[] in, Rows from, float[] out, Rows to, int count, boolean rectify) {
            float[][] sums = new float[count + count % 2][];
            Arrays.setAll(sums, row -> bias.clone());
            int block = Math.max(2, BLOCK / bias.length & ~1);
            for (int run = 0; run < patch.runs(); run++) {
                for (int first = 0; first < patch.run(); first += block) {
                    int last = Math.min(patch.run(), first + block);
                    for (int row = 0; row < count; row += 2) {
                        int x = from.clamped(row, count) + run * patch.distance();
                        int y = from.clamped(row + 1, count) + run * patch.distance();
                        add(sums[row], sums[row + 1], in, x, y, run * patch.run(), first, last);
                    }
                }
            }
            for (int row = 0; row < count; row++) {
                store(sums[row], out, to.clamped(row, count), rectify);
            }
        }

        private void add(float[] sum1, float[] sum2, float[] in, int x, int y, int weight, int first, int last) {
            int k = first;
            for (; k + 1 < last; k += 2) {
                float[] w = weights[weight + k];
                float[] v = weights[weight + k + 1];
                twoByTwo(sum1, sum2, w, v, in[x + k], in[x + k + 1], in[y + k], in[y + k + 1]);
            }
            if (k < last) {
                twoByOne(sum1, sum2, weights[weight + k], in[x + k], in[y + k]);
            }
        }

        private static void twoByTwo(
                float[] sum1, float[] sum2, float[] w, float[] v, float x1, float x2, float y1, float y2) {
            for (int j = 0; j < sum1.length; j++) {
                sum1[j] = Math.fma(x2, v[j], Math.fma(x1, w[j], sum1[j]));
                sum2[j] = Math.fma(y2, v[j], Math.fma(y1, w[j], sum2[j]));
            }
        }

        private static void twoByOne(float[] sum1, float[] sum2, float[] w, float x, float y) {
            for (int j = 0; j < sum1.length; j++) {
                sum1[j] = Math.fma(x, w[j], sum1[j]);
                sum2[j] = Math.fma(y, w[j], sum2[j]);
            }
        }

        private static void store(float[] sums, float[] out, int at, boolean rectify) {
            for (int j = 0; j < sums.length; j++) {
                out[at + j] = rectify && sums[j] < 0 ? 0 : sums[j];
            }
        }
    }
}
