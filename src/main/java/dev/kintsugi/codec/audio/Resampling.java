package dev.kintsugi.codec.audio;

import be.tarsos.dsp.resample.Resampler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings a sound to another rate, or to another speed at the same rate.
 *
 * <p>A resampler costs milliseconds to make (its filter has 70,000 taps) and microseconds to copy, and it cannot be
 * wound back, so one unused original is kept per octave of factors and every sound gets a copy. There are few octaves
 * between the rates that {@link Sound} accepts, so what is kept is bounded, whatever rates the input claims.
 */
public final class Resampling {
    private static final Map<Integer, Resampler> ORIGINALS = new ConcurrentHashMap<>();

    private Resampling() {}

    /** The same sound at another rate, without what lies above half of it. */
    public static Sound toRate(Sound sound, int rate) {
        if (sound.rate() == rate) {
            return sound;
        }
        return new Sound(rate, stretched(sound.samples(), (double) rate / sound.rate()));
    }

    /** Played so much faster, at the same rate: shorter and, as on a tape, higher. */
    public static Sound faster(Sound sound, double speed) {
        return new Sound(sound.rate(), stretched(sound.samples(), 1 / speed));
    }

    private static float[] stretched(float[] samples, double factor) {
        float[] result = new float[Math.max(1, (int) Math.round(samples.length * factor))];
        // The last output samples may come out a few too many; the excess is cut off.
        float[] output = new float[result.length + (int) Math.ceil(factor) + 16];
        Resampler resampler = new Resampler(original(factor));
        int generated = resampler.process(factor, samples, 0, samples.length, true, output, 0, output.length)
                .outputSamplesGenerated;
        for (int i = 0; i < Math.min(generated, result.length); i++) {
            // A steep edge rings beyond full scale.
            result[i] = Math.max(-1, Math.min(1, output[i]));
        }
        return result;
    }

    private static Resampler original(double factor) {
        int octave = Math.getExponent(factor);
        return ORIGINALS.computeIfAbsent(
                octave, any -> new Resampler(true, Math.scalb(1.0, octave), Math.scalb(1.0, octave + 1)));
    }
}
