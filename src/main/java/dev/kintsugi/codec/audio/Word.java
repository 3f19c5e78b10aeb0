package dev.kintsugi.codec.audio;

/**
 * What of some samples is heard, and how it is levelled: what canonical means, for samples of any kind.
 *
 * @param to the first sample after it
 * @param peak its largest distance from silence
 */
record Word(int from, int to, float peak) {
    /** Three steps of 16 bits: below that there is nothing but rounding. */
    static final float SILENT = 1e-4f;

    /** The largest sample of 16 bits, so that a WAV file holds the peak exactly. */
    private static final float LOUDEST = 32_767 / 32_768f;

    /** A 256th of a step in 2^32nds of one: twice as much as floats may be off. */
    private static final int UNSURE = 1 << 24;

    static Word in(Samples samples, MelSettings settings) {
        int from = Onset.of(samples, settings.hop());
        int to = Math.min(samples.length(), from + settings.samples());
        return new Word(from, to, samples.peak(from, to));
    }

    int length() {
        return to - from;
    }

    /** Whether samples of this number are canonical as they are. */
    boolean isAllOf(int samples) {
        return length() == samples && (peak == LOUDEST || peak == 0);
    }

    float[] levelled(float[] samples) {
        float[] word = new float[length()];
        for (int i = 0; i < word.length; i++) {
            word[i] = levelled(samples[from + i]);
        }
        return word;
    }

    /** As rounding what {@link #levelled(float[])} gives. */
    WholeSamples levelled(WholeSamples samples) {
        short[] word = new short[length()];
        if (peak >= SILENT) {
            long factor = (long) ((1L << 32) * (double) LOUDEST / peak);
            for (int i = 0; i < word.length; i++) {
                word[i] = levelled(samples.values()[from + i], factor);
            }
        }
        return new WholeSamples(word);
    }

    private float levelled(float sample) {
        if (peak == LOUDEST) {
            return sample;
        }
        // In this order, the peak becomes exactly the loudest.
        return peak < SILENT ? 0 : sample / peak * LOUDEST;
    }

    /** In whole numbers, which is quick, unless a sample comes so near the middle of two that floats decide. */
    private short levelled(short sample, long factor) {
        long level = sample * factor + (1L << 31);
        return ((int) level + UNSURE & -2 * UNSURE) == 0
                ? WholeSamples.nearest(levelled(WholeSamples.exact(sample)))
                : (short) (level >> 32);
    }
}
