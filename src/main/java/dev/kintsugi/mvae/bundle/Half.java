package dev.kintsugi.mvae.bundle;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Tensor;

/** IEEE 754 half precision: 1 bit of sign, 5 of exponent, 10 of fraction. (JDK 20 has it; we compile for 17.) */
public final class Half {
    /** The largest finite one. */
    public static final float GREATEST = 65_504;

    private static final int FRACTION_BITS = 10;
    private static final int DROPPED_BITS = 23 - FRACTION_BITS;
    private static final int INFINITY = 0x7c00;
    private static final int QUIET = 0x0200;
    private static final float LEAST_NORMAL = 0x1p-14f;
    private static final float LEAST = 0x1p-24f;

    private Half() {}

    /** A tensor as a bundle keeps it. */
    public static Tensor rounded(Tensor tensor) {
        float[] values = tensor.values().clone();
        for (int i = 0; i < values.length; i++) {
            float half = toFloat(of(values[i]));
            if (Float.isInfinite(half)) {
                throw new Fault("weights: tensor " + tensor.name() + " is " + values[i] + " at " + i
                        + ", where a bundle holds at most " + GREATEST + "; train with a smaller learning rate");
            }
            values[i] = half;
        }
        return new Tensor(tensor.name(), tensor.shape(), values);
    }

    /** To the nearest half; of two equally near, to the one whose last bit is 0. */
    public static short of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | INFINITY | QUIET | bits >>> DROPPED_BITS & 0x3ff);
        }
        if (size < LEAST_NORMAL) {
            // A multiple of the least half; scaling by a power of two is exact, so rint rounds once.
            return (short) (sign | (int) Math.rint(size / LEAST));
        }
        int magnitude = bits & 0x7fff_ffff;
        // Adding just below one half of the last place, and its last bit, carries as rounding to even asks.
        int rounded = magnitude + (1 << DROPPED_BITS - 1) - 1 + (magnitude >>> DROPPED_BITS & 1);
        int half = (rounded >>> DROPPED_BITS) - (127 - 15 << FRACTION_BITS);
        return (short) (sign | Math.min(half, INFINITY));
    }

    public static float toFloat(short half) {
        int exponent = half >>> FRACTION_BITS & 0x1f;
        int fraction = half & 0x3ff;
        int sign = (half & 0x8000) << 16;
        if (exponent == 0) {
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * LEAST));
        }
        int wide = exponent == 0x1f ? 0xff : exponent + 127 - 15;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << DROPPED_BITS);
    }
}
