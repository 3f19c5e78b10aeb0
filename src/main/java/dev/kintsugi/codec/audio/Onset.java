package dev.kintsugi.codec.audio;

/**
 * Finds where a word begins: some blocks before the first that is loud, compared with the loudest.
 *
 * <p>Power is compared by blocks rather than by samples, so that a click does not begin a word. The blocks before
 * belong to it, since consonants begin softly. Blocks are counted from the first sample and whole blocks are cut off:
 * what was trimmed once is not trimmed again.
 */
final class Onset {
    /** 20 dB below the loudest block: above the hiss of most rooms. */
    private static final double LOUD = .1;

    private static final int BLOCKS_BEFORE = 3;

    private Onset() {}

    static int of(float[] samples, int block) {
        return of(samples.length, block, (from, to) -> energy(samples, from, to));
    }

    /** The same of samples in 32,768ths: their squares add up to the same, but for the unit, and exactly in either. */
    static int of(short[] samples, int block) {
        return of(samples.length, block, (from, to) -> energy(samples, from, to));
    }

    /** The sum of squares from one sample to another; after the last sample is silence. */
    @FunctionalInterface
    private interface Energy {
        double of(int from, int to);
    }

    private static int of(int length, int block, Energy energy) {
        double loudest = 0;
        for (int from = 0; from < length; from += block) {
            loudest = Math.max(loudest, energy.of(from, from + block));
        }
        int from = 0;
        while (from < length && energy.of(from, from + block) <= LOUD * LOUD * loudest) {
            from += block;
        }
        return from < length ? Math.max(0, from - BLOCKS_BEFORE * block) : 0;
    }

    static double energy(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < Math.min(to, samples.length); i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }

    private static double energy(short[] samples, int from, int to) {
        long sum = 0;
        for (int i = from; i < Math.min(to, samples.length); i++) {
            sum += samples[i] * samples[i];
        }
        return sum;
    }
}
