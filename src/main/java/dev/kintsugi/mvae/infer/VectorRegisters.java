package dev.kintsugi.mvae.infer;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product of many rows with so few weights that all of them stay in registers: sixteen by one vector, which is the first
 * convolution on a processor with AVX-512. Only the rows pass by, and to spread their values is all that there is to read.
 */
record VectorRegisters(float[] weights, float[] bias) implements Matrix {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int SIZE = 16;

    static boolean fit(Patch patch, int out) {
        return VectorTiles.WIDE && patch.runs() == 1 && patch.size() == SIZE && out == LANES;
    }

    @Override
    public int width() {
        return LANES;
    }

    @Override
    public void multiply(float[] in, Rows from, float[] out, Rows to, int count, boolean rectify) {
        float least = rectify ? 0 : Float.NEGATIVE_INFINITY;
        FloatVector start = FloatVector.fromArray(SPECIES, bias, 0);
        FloatVector w0 = FloatVector.fromArray(SPECIES, weights, 0);
        FloatVector w1 = FloatVector.fromArray(SPECIES, weights, 1 * LANES);
        FloatVector w2 = FloatVector.fromArray(SPECIES, weights, 2 * LANES);
        FloatVector w3 = FloatVector.fromArray(SPECIES, weights, 3 * LANES);
        FloatVector w4 = FloatVector.fromArray(SPECIES, weights, 4 * LANES);
        FloatVector w5 = FloatVector.fromArray(SPECIES, weights, 5 * LANES);
        FloatVector w6 = FloatVector.fromArray(SPECIES, weights, 6 * LANES);
        FloatVector w7 = FloatVector.fromArray(SPECIES, weights, 7 * LANES);
        FloatVector w8 = FloatVector.fromArray(SPECIES, weights, 8 * LANES);
        FloatVector w9 = FloatVector.fromArray(SPECIES, weights, 9 * LANES);
        FloatVector w10 = FloatVector.fromArray(SPECIES, weights, 10 * LANES);
        FloatVector w11 = FloatVector.fromArray(SPECIES, weights, 11 * LANES);
        FloatVector w12 = FloatVector.fromArray(SPECIES, weights, 12 * LANES);
        FloatVector w13 = FloatVector.fromArray(SPECIES, weights, 13 * LANES);
        FloatVector w14 = FloatVector.fromArray(SPECIES, weights, 14 * LANES);
        FloatVector w15 = FloatVector.fromArray(SPECIES, weights, 15 * LANES);
        for (int row = 0; row < count; row++) {
            int at = from.clamped(row, count);
            FloatVector sums = start;
            sums = w0.fma(FloatVector.broadcast(SPECIES, in[at]), sums);
            sums = w1.fma(FloatVector.broadcast(SPECIES, in[at + 1]), sums);
            sums = w2.fma(FloatVector.broadcast(SPECIES, in[at + 2]), sums);
            sums = w3.fma(FloatVector.broadcast(SPECIES, in[at + 3]), sums);
            sums = w4.fma(FloatVector.broadcast(SPECIES, in[at + 4]), sums);
            sums = w5.fma(FloatVector.broadcast(SPECIES, in[at + 5]), sums);
            sums = w6.fma(FloatVector.broadcast(SPECIES, in[at + 6]), sums);
            sums = w7.fma(FloatVector.broadcast(SPECIES, in[at + 7]), sums);
            sums = w8.fma(FloatVector.broadcast(SPECIES, in[at + 8]), sums);
            sums = w9.fma(FloatVector.broadcast(SPECIES, in[at + 9]), sums);
            sums = w10.fma(FloatVector.broadcast(SPECIES, in[at + 10]), sums);
            sums = w11.fma(FloatVector.broadcast(SPECIES, in[at + 11]), sums);
            sums = w12.fma(FloatVector.broadcast(SPECIES, in[at + 12]), sums);
            sums = w13.fma(FloatVector.broadcast(SPECIES, in[at + 13]), sums);
            sums = w14.fma(FloatVector.broadcast(SPECIES, in[at + 14]), sums);
            sums = w15.fma(FloatVector.broadcast(SPECIES, in[at + 15]), sums);
            sums.blend(least, sums.lt(least)).intoArray(out, to.clamped(row, count));
        }
    }
}
