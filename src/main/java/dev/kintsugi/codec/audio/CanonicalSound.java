package dev.kintsugi.codec.audio;

import java.util.Arrays;

/**
 * Brings any sound to the one form that topics carry: the model's rate, no silence before the word, no longer than is
 * heard, and as loud as 16 bits allow.
 *
 * <p>A canonical sound comes back as it is, also from a WAV file, and {@link LogMel} hears the same in it as in the
 * original. What is next to nothing becomes silence rather than loud noise.
 */
public final class CanonicalSound {
    /** Three steps of 16 bits: below that there is nothing but rounding. */
    static final float SILENT = 1e-4f;

    /** The largest sample of 16 bits, so that a WAV file holds the peak exactly. */
    private static final float LOUDEST = 32_767 / 32_768f;

    private CanonicalSound() {}

    public static Sound of(Sound sound, MelSettings settings) {
        float[] samples = Resampling.toRate(sound, settings.rate()).shared();
        int from = Onset.of(samples, settings.hop());
        if (sound.rate() == settings.rate()
                && from == 0
                && samples.length <= settings.samples()
                && Sound.peak(samples) == LOUDEST) {
            return sound;
        }
        float[] word = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + settings.samples()));
        level(word);
        return new Sound(settings.rate(), word);
    }

    /**
     * The file of the canonical sound of a file, byte for byte as by way of {@link #of}, but several times as fast: there are
     * whole samples on both sides. The same array, if that is canonical.
     *
     * @param file one that is plain ({@link Wav#plain}), of the model's rate
     */
    public static byte[] ofPlain(byte[] file, MelSettings settings) {
        short[] samples = Wav.samples(file);
        int from = Onset.of(samples, settings.hop());
        int to = Math.min(samples.length, from + settings.samples());
        short[] word = from == 0 && to == samples.length ? samples : Arrays.copyOfRange(samples, from, to);
        int peak = peak(word);
        if (word == samples && peak == Short.MAX_VALUE) {
            return file;
        }
        level(word, peak);
        return Wav.encode(settings.rate(), word);
    }

    private static int peak(short[] word) {
        int peak = 0;
        for (short sample : word) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static void level(short[] word, int peak) {
        if (peak == Short.MAX_VALUE) {
            return;
        }
        if (peak / 32_768f < SILENT) {
            Arrays.fill(word, (short) 0);
            return;
        }
        long gain = ((long) Short.MAX_VALUE << 32) / peak;
        for (int i = 0; i < word.length; i++) {
            word[i] = levelled(word[i], peak, gain);
        }
    }

    /**
     * In whole numbers of 2^-32, which takes a third of the time of fractions, and comes to the same: those are off by less
     * than 1/128 even for the loudest, so only what is that near to the middle between two samples may come out otherwise.
     */
    private static short levelled(short sample, int peak, long gain) {
        long rounded = sample * gain + (1L << 31);
        int part = (int) (rounded >>> 25) & 127;
        return part > 0 && part < 127 ? (short) (rounded >> 32) : byFractions(sample, peak);
    }

    /** A fraction of whole numbers is that of the samples themselves, to the last bit: only the exponents differ. */
    private static short byFractions(short sample, int peak) {
        return Wav.whole((float) sample / peak * LOUDEST);
    }

    private static void level(float[] word) {
        float peak = Sound.peak(word);
        if (peak == LOUDEST) {
            return;
        }
        for (int i = 0; i < word.length; i++) {
            // In this order, the peak becomes exactly the loudest.
            word[i] = peak < SILENT ? 0 : word[i] / peak * LOUDEST;
        }
    }
}
