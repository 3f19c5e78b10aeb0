package dev.kintsugi.codec.audio;

import java.util.Arrays;

/**
 * A mono sound: finite samples between -1 and 1, at a rate in samples a second.
 *
 * <p>Immutable: the samples are copied on the way in and on the way out.
 */
public record Sound(int rate, float[] samples) implements Samples {
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
        for (int i = 0; i < samples.length; i++) {
            // Written so that NaN fails too.
            if (!(Math.abs(samples[i]) <= 1)) {
                throw new IllegalArgumentException("sample " + i + " is " + samples[i] + "; expected -1 to 1");
            }
        }
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

    @Override
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

    @Override
    public float peak(int from, int to) {
        return peak(samples, from, to);
    }

    static float peak(float[] samples) {
        return peak(samples, 0, samples.length);
    }

    private static float peak(float[] samples, int from, int to) {
        float peak = 0;
        for (int i = from; i < to; i++) {
            float distance = Math.abs(samples[i]);
            // Taken so seldom that it is quicker than Math.max.
            if (distance > peak) {
                peak = distance;
            }
        }
        return peak;
    }

    /** Of samples that 16 bits hold, exactly: doubles have room for the sum of their squares, in any order. */
    @Override
    public double energy(int from, int to) {
        double sum = 0;
        for (int i = from; i < Math.min(to, samples.length); i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
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
