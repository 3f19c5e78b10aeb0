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
