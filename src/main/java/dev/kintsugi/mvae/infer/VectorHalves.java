package dev.kintsugi.mvae.infer;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Weights in sixteen bits, where that loses nothing: those of float16, in which bundles keep them, below 64.
 *
 * <p>They are kept {@link #SCALE} times as large, so that also what is subnormal in a bundle has an exponent; widening is
 * then a shift and a product. Weights of 64 and more, which no sane training comes to, would be too large then.
 */
final class VectorHalves {
    private static final float SCALE = 1024;
    private static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(FloatVector.SPECIES_PREFERRED.vectorBitSize() / 2));
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, FloatVector.SPECIES_PREFERRED.vectorShape());

    /** Between a half's exponent, read as that of a float, and what it stands for. */
    private static final float REBASED = 0x1p112f / SCALE;

    /** Exponents of floats of which a half has the last five bits: from the least with that many to the greatest. */
    private static final int BIAS = 127 - 15;

    private VectorHalves() {}

    /** Null if one of them would lose something. */
    static short[] of(float[] weights) {
        short[] halves = new short[weights.length];
        for (int i = 0; i < weights.length; i++) {
            int bits = Float.floatToRawIntBits(weights[i] * SCALE);
            int exponent = (bits >>> 23 & 0xff) - BIAS;
            boolean zero = weights[i] == 0;
            if (!zero && (exponent < 1 || exponent > 30 || (bits & 0x1fff) != 0)) {
                return null;
            }
            int magnitude = zero ? 0 : exponent << 10 | bits >>> 13 & 0x3ff;
            halves[i] = (short) (bits >>> 16 & 0x8000 | magnitude);
        }
        return halves;
    }

    static FloatVector widened(short[] halves, int at) {
        return ((IntVector) ShortVector.fromArray(SHORTS, halves, at).convertShape(VectorOperators.S2I, INTS, 0))
                .lanewise(VectorOperators.LSHL, 13)
                .and(0x8fff_ffff)
                .reinterpretAsFloats()
                .mul(REBASED);
    }
}
