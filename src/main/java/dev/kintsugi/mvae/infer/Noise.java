package dev.kintsugi.mvae.infer;

/**
 * Standard normal numbers that depend on nothing but what names them, so that the same observation is restored by the
 * same bytes in any batch, thread or run.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, 2014) for the bits, Box and Muller's transform for the shape.
 */
final class Noise {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /** @param stream what it is for, such as the private part of one modality */
    Noise(long seed, int sample, String stream) {
        state = mixed(mixed(mixed(seed + GOLDEN) ^ sample) + stream.hashCode());
    }

    void fill(float[] values, int at, int count) {
        for (int i = 0; i < count; i += 2) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform()));
            double angle = 2 * Math.PI * uniform();
            values[at + i] = (float) (radius * StrictMath.cos(angle));
            if (i + 1 < count) {
                values[at + i + 1] = (float) (radius * StrictMath.sin(angle));
            }
        }
    }

    /** Above 0, since its logarithm is taken, and at most 1. */
    double uniform() {
        state += GOLDEN;
        return ((mixed(state) >>> 11) + 1) * 0x1p-53;
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
