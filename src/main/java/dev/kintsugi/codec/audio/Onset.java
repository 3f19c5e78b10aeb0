package dev.kintsugi.codec.audio;

import java.util.Arrays;

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

    static int of(Samples samples, int block) {
        double[] energies = energies(samples, block);
        double loud = LOUD * LOUD * Arrays.stream(energies).max().orElse(0);
        int first = 0;
        while (first < energies.length && energies[first] <= loud) {
            first++;
        }
        return first < energies.length ? Math.max(0, first - BLOCKS_BEFORE) * block : 0;
    }

    private static double[] energies(Samples samples, int block) {
        double[] energies = new double[(samples.length() + block - 1) / block];
        for (int i = 0; i < energies.length; i++) {
            energies[i] = samples.energy(i * block, (i + 1) * block);
        }
        return energies;
    }
}
