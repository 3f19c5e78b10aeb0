package dev.kintsugi.codec.audio;

/**
 * Samples as 16 bits hold them: whole numbers, full scale at 32,768.
 *
 * @param values shared, not copied
 */
record WholeSamples(short[] values) implements Samples {
    private static final float FULL_SCALE = 32_768;

    /** From here to twice this, floats lie one step of 16 bits apart. */
    private static final float EVEN = 256;

    private static final int BITS_OF_EVEN = Float.floatToRawIntBits(EVEN);

    /** Rounded, halves up. */
    static WholeSamples nearest(float[] samples) {
        short[] values = new short[samples.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = nearest(samples[i]);
        }
        return new WholeSamples(values);
    }

    /** As Math.round and no more than 16 bits hold, in fewer steps: among positive numbers, the cast rounds down. */
    static short nearest(float sample) {
        return (short) Math.min(32_767, (int) (sample * 32_768. + 32_768.5) - 32_768);
    }

    static float exact(short value) {
        return value / FULL_SCALE;
    }

    /** As {@link #exact}, but put together from bits: this JDK lets each conversion wait for the one before. */
    float[] exact() {
        float[] samples = new float[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Float.intBitsToFloat(BITS_OF_EVEN + 32_768 + values[i]) - (EVEN + 1);
        }
        return samples;
    }

    @Override
    public int length() {
        return values.length;
    }

    @Override
    public double energy(int from, int to) {
        long sum = 0;
        for (int i = from; i < Math.min(to, values.length); i++) {
            sum += values[i] * values[i];
        }
        return sum / (double) FULL_SCALE / FULL_SCALE;
    }

    @Override
    public float peak(int from, int to) {
        int peak = 0;
        for (int i = from; i < to; i++) {
            int distance = values[i] < 0 ? -values[i] : values[i];
            if (distance > peak) {
                peak = distance;
            }
        }
        return peak / FULL_SCALE;
    }
}
