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

    static int of(Samples samples, int block) {
        double loudest = 0;
        for (int from = 0; from < samples.length(); from += block) {
            loudest = Math.max(loudest, samples.energy(from, from + block));
        }
        int from = 0;
        while (from < samples.length() && samples.energy(from, from + block) <= LOUD * LOUD * loudest) {
            from += block;
        }
        return from < samples.length() ? Math.max(0, from - BLOCKS_BEFORE * block) : 0;
    }
}
