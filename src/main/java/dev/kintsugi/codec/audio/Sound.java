package dev.kintsugi.codec.audio;

import java.util.Arrays;

/**
 * A mono sound: finite samples between -1 and 1, at a rate in samples a second.
 *
 * <p>Immutable: the samples are copied on the way in and on the way out.
 */
public record Sound(int rate, float[] samples) {
    public static final int LOWEST_RATE = 1_000;
    public static final int HIGHEST_RATE = 384_000;

    public Sound {
        if (!rateAccepted(rate)) {
            throw new IllegalArgumentException(
                    "a rate of " + rate + " Hz; expected " + LOWEST_RATE + " to " + HIGHEST_RATE);
        }
        if (samples.length == 0) {
            throw new IllegalArgumentException("a sound without samples; expected at least one");
        }
        samples = samples.clone();
        if (!allWithin(samples)) {
            throw new IllegalArgumentException(firstOutside(samples) + "; expected -1 to 1");
        }
    }

    /** By their bits, which order as the numbers do, with all that are none above: without a branch for each sample. */
    private static boolean allWithin(float[] samples) {
        int greatest = 0;
        for (float sample : samples) {
            greatest = Math.max(greatest, Float.floatToRawIntBits(sample) & Integer.MAX_VALUE);
        }
        return greatest <= Float.floatToRawIntBits(1);
    }

    private static String firstOutside(float[] samples) {
        int at = 0;
        while (Math.abs(samples[at]) <= 1) {
            at++;
        }
        return "sample " + at + " is " + samples[at];
    }

    public static boolean rateAccepted(int rate) {
        return rate >= LOWEST_RATE && rate <= HIGHEST_RATE;
    }

    @Override
    public float[] samples() {
        return samples.clone();
    }

    /** The samples themselves, for codecs that only look at them. */
    float[] shared() {
        return samples;
    }

    /** How many samples there are. */
    public int length() {
        return samples.length;
    }

    public double seconds() {
        return (double) samples.length / rate;
    }

    /** The largest distance from silence, 0 to 1. */
    public float peak() {
        return peak(samples);
    }

    static float peak(float[] samples) {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sound sound && rate == sound.rate && Arrays.equals(samples, sound.samples);
    }

    @Override
    public int hashCode() {
        return 31 * rate + Arrays.hashCode(samples);
    }

    @Override
    public String toString() {
        return "Sound[" + rate + " Hz, " + samples.length + " samples]";
    }
}
