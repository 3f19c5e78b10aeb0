package dev.kintsugi.mvae.infer;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel in vectors: tiles of four rows by two vectors, whose eight sums stay in registers over all of k.
 *
 * <p>Eight sums hide the latency of a multiply-add (four cycles, two at once) and leave room for the operands in sixteen
 * registers. Weights are packed into panels two vectors wide, so that a tile reads them in one stream. A last tile that is
 * not full computes its last row several times over, and writes the same result to the same place.
 *
 * <p>Compiled apart from all other classes, with the incubating module, and found by name.
 */
final class VectorKernel implements Kernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = 2 * LANES;
    private static final int ROWS = 4;

    @Override
    public String name() {
        return "vector " + SPECIES.vectorBitSize();
    }

    @Override
    public Matrix pack(float[] weights, float[] bias, Patch patch, int out) {
        int panels = (out + PANEL - 1) / PANEL;
        float[] packed = new float[panels * PANEL * patch.size()];
        for (int panel = 0; panel < panels; panel++) {
            int columns = Math.min(PANEL, out - panel * PANEL);
            for (int k = 0; k < patch.size(); k++) {
                int to = (panel * patch.size() + k) * PANEL;
                System.arraycopy(weights, k * out + panel * PANEL, packed, to, columns);
            }
        }
        return new VectorMatrix(packed, Arrays.copyOf(bias, panels * PANEL), patch);
    }

    private record VectorMatrix(float[] weights, float[] bias, Patch patch) implements Matrix {
        @Override
        public int width() {
            return bias.length;
        }

        @Override
        public void multiply(float[] in, Rows from, float[] out, Rows to, int count, boolean rectify) {
            float least = rectify ? 0 : Float.NEGATIVE_INFINITY;
            for (int column = 0; column < bias.length; column += PANEL) {
                for (int row = 0; row < count; row += ROWS) {
                    tile(in, from.four(row, count), out, to.four(row, count).plus(column), column, least);
                }
            }
        }

        /** One run after the other, since a loop around the loop over k would keep JDK 17 from using registers. */
        private void tile(float[] in, Four from, float[] out, Four to, int column, float least) {
            int weight = column * patch.size();
            float[] sums = bias;
            Four start = Four.same(column);
            for (int run = 0; run < patch.runs(); run++) {
                float bound = run == patch.runs() - 1 ? least : Float.NEGATIVE_INFINITY;
                run(in, from.plus(run * patch.distance()), weight, patch.run(), sums, start, out, to, bound);
                weight += patch.run() * PANEL;
                sums = out;
                start = to;
            }
        }

        private void run(
                float[] in,
                Four from,
                int weight,
                int length,
                float[] sums,
                Four start,
                float[] out,
                Four to,
                float least) {
            int a = from.a();
            int b = from.b();
            int c = from.c();
            int d = from.d();
            FloatVector a0 = FloatVector.fromArray(SPECIES, sums, start.a());
            FloatVector a1 = FloatVector.fromArray(SPECIES, sums, start.a() + LANES);
            FloatVector b0 = FloatVector.fromArray(SPECIES, sums, start.b());
            FloatVector b1 = FloatVector.fromArray(SPECIES, sums, start.b() + LANES);
            FloatVector c0 = FloatVector.fromArray(SPECIES, sums, start.c());
            FloatVector c1 = FloatVector.fromArray(SPECIES, sums, start.c() + LANES);
            FloatVector d0 = FloatVector.fromArray(SPECIES, sums, start.d());
            FloatVector d1 = FloatVector.fromArray(SPECIES, sums, start.d() + LANES);
            for (int k = 0; k < length; k++) {
                FloatVector w0 = FloatVector.fromArray(SPECIES, weights, weight + k * PANEL);
                FloatVector w1 = FloatVector.fromArray(SPECIES, weights, weight + k * PANEL + LANES);
                FloatVector x = FloatVector.broadcast(SPECIES, in[a + k]);
                a0 = w0.fma(x, a0);
                a1 = w1.fma(x, a1);
                FloatVector y = FloatVector.broadcast(SPECIES, in[b + k]);
                b0 = w0.fma(y, b0);
                b1 = w1.fma(y, b1);
                FloatVector z = FloatVector.broadcast(SPECIES, in[c + k]);
                c0 = w0.fma(z, c0);
                c1 = w1.fma(z, c1);
                FloatVector u = FloatVector.broadcast(SPECIES, in[d + k]);
                d0 = w0.fma(u, d0);
                d1 = w1.fma(u, d1);
            }
            a0.max(least).intoArray(out, to.a());
            a1.max(least).intoArray(out, to.a() + LANES);
            b0.max(least).intoArray(out, to.b());
            b1.max(least).intoArray(out, to.b() + LANES);
            c0.max(least).intoArray(out, to.c());
            c1.max(least).intoArray(out, to.c() + LANES);
            d0.max(least).intoArray(out, to.d());
            d1.max(least).intoArray(out, to.d() + LANES);
        }
    }
}
