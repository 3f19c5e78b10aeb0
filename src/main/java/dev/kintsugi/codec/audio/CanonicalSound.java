package dev.kintsugi.codec.audio;

import java.util.Optional;

/**
 * Brings any sound to the one form that topics carry: the model's rate, no silence before the word, no longer than is
 * heard, and as loud as 16 bits allow.
 *
 * <p>A canonical sound comes back as it is, also from a WAV file, and {@link LogMel} hears the same in it as in the
 * original. What is next to nothing becomes silence rather than loud noise.
 */
public final class CanonicalSound {
    private CanonicalSound() {}

    public static Sound of(Sound sound, MelSettings settings) {
        Sound rated = Resampling.toRate(sound, settings.rate());
        Word word = Word.in(rated, settings);
        return rated == sound && word.isAllOf(sound.length())
                ? sound
                : new Sound(settings.rate(), word.levelled(rated.shared()));
    }

    /**
     * The file of the canonical sound, without a detour by floats: the file that came, if it is that. For this, it must be
     * as {@link Wav#encode} writes it, of the model's rate and no longer than is accepted; of any other there is none.
     */
    public static Optional<byte[]> of(byte[] file, MelSettings settings) {
        return Wav.plain(file, settings.rate()).map(samples -> {
            Word word = Word.in(samples, settings);
            return word.isAllOf(samples.length()) ? file : Wav.encode(settings.rate(), word.levelled(samples));
        });
    }
}
