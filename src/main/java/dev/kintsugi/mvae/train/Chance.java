package dev.kintsugi.mvae.train;

import java.util.Random;

/**
 * Random numbers that depend on a seed, a purpose and a position, and on nothing drawn before.
 *
 * <p>So training goes on from any step as if it had never stopped. {@link Random} is specified to the bit, its successors
 * are not.
 */
final class Chance {
    static final int WEIGHTS = 1;
    static final int ORDER = 2;
    static final int NOISE = 3;
    static final int SHIFT = 4;
    static final int LABELS = 5;
    static final int VALIDATION = 6;
    static final int GROUPS = 7;

    private Chance() {}

    static Random of(long seed, int purpose, long... position) {
        return new Random(seed(seed, purpose, position));
    }

    /** Mixed as in SplitMix64 (Steele, Lea and Flood 2014). */
    static long seed(long seed, int purpose, long... position) {
        long mixed = mixed(mixed(seed) + purpose);
        for (long part : position) {
            mixed = mixed(mixed + part);
        }
        return mixed;
    }

    /** The numbers 0 to n-1, shuffled. */
    static int[] order(int n, Random random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int swap = random.nextInt(i + 1);
            order[i] = order[swap];
            order[swap] = i;
        }
        return order;
    }

    private static long mixed(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
