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

    /** Two squares at a time, which 32 bits hold without a sign: half as many sums wait for the one before. */
    @Override
    public double energy(int from, int to) {
        int end = Math.min(to, values.length);
        long sum = 0;
        int i = from;
        for (; i < end - 1; i += 2) {
            sum += Integer.toUnsignedLong(values[i] * values[i] + values[i + 1] * values[i + 1]);
        }
        if (i < end) {
            sum += values[i] * values[i];
        }
        return sum / (double) FULL_SCALE / FULL_SCALE;
    }

    /** Of even and odd samples apart, which need not wait for each other. */
    @Override
    public float peak(int from, int to) {
        int most = 0;
        int least = 0;
        int otherMost = 0;
        int otherLeast = 0;
        int i = from;
        for (; i < to - 1; i += 2) {
            most = Math.max(most, values[i]);
            least = Math.min(least, values[i]);
            otherMost = Math.max(otherMost, values[i + 1]);
            otherLeast = Math.min(otherLeast, values[i + 1]);
        }
        if (i < to) {
            most = Math.max(most, values[i]);
            least = Math.min(least, values[i]);
        }
        return Math.max(Math.max(most, otherMost), -Math.min(least, otherLeast)) / FULL_SCALE;
    }
}
