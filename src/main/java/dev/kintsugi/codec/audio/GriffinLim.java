package dev.kintsugi.codec.audio;

/**
 * Brings phases into accord with magnitudes: the fast Griffin-Lim algorithm (Perraudin, Balazs and Søndergaard 2013).
 *
 * <p>A round takes the spectra to samples and back, which makes neighbouring frames agree, moves on in the direction of
 * that change, and puts the wanted magnitudes back.
 */
final class GriffinLim {
    /** What the paper found best. */
    static final float MOMENTUM = .99f;

    /** Below this power, a bin has no phase. */
    private static final float NOTHING = 1e-12f;

    private GriffinLim() {}

    /**
     * Leaves the samples of the last round in the spectrogram.
     *
     * @param momentum 0 for the plain algorithm
     */
    static void run(Spectrogram sound, int rounds, float momentum, Spectra transform) {
        sound.overlapAdd(transform);
        for (int round = 0; round < rounds; round++) {
            // Nothing lies before the first round.
            round(sound, round == 0 ? 0 : momentum, transform);
            sound.overlapAdd(transform);
        }
    }

    private static void round(Spectrogram sound, float momentum, Spectra transform) {
        for (int f = 0; f < sound.frames(); f++) {
            if (sound.loud[f]) {
                transform.analyse(sound.samples, f * sound.hop, sound.samples.length, sound.frame);
                accelerate(sound.frame, sound.before[f], momentum, sound.magnitudes[f], sound.spectra[f]);
            }
        }
    }

    private static void accelerate(float[] now, float[] before, float momentum, float[] magnitudes, float[] next) {
        for (int bin = 1; bin < magnitudes.length - 1; bin++) {
            float re = now[2 * bin];
            float im = now[2 * bin + 1];
            float ahead = re + momentum * (re - before[2 * bin]);
            float aside = im + momentum * (im - before[2 * bin + 1]);
            float power = ahead * ahead + aside * aside;
            float scale = power > NOTHING ? magnitudes[bin] / (float) Math.sqrt(power) : 0;
            next[2 * bin] = ahead * scale;
            next[2 * bin + 1] = aside * scale;
            before[2 * bin] = re;
            before[2 * bin + 1] = im;
        }
    }
}
