package dev.kintsugi.mvae.infer;

/** What turns logits into probabilities. */
public final class Activations {
    private Activations() {}

    /**
     * The logistic function of every value, in place, within 2e-7.
     *
     * <p>As {@code (1 + tanh(x/2)) / 2}, with the rational approximation of tanh that Eigen uses: additions,
     * multiplications and one division, which C2 turns into vectors, and which give the same bits everywhere, where
     * {@code Math.exp} costs twenty times as much.
     */
    public static void sigmoid(float[] values, int count) {
        for (int j = 0; j < count; j++) {
            float x = Math.max(-9f, Math.min(9f, values[j] * 0.5f));
            float y = x * x;
            float p = Math.fma(y, -2.76076847742355e-16f, 2.00018790482477e-13f);
            p = Math.fma(y, p, -8.60467152213735e-11f);
            p = Math.fma(y, p, 5.12229709037114e-08f);
            p = Math.fma(y, p, 1.48572235717979e-05f);
            p = Math.fma(y, p, 6.37261928875436e-04f);
            p = Math.fma(y, p, 4.89352455891786e-03f);
            float q = Math.fma(y, 1.19825839466702e-06f, 1.18534705686654e-04f);
            q = Math.fma(y, q, 2.26843463243900e-03f);
            q = Math.fma(y, q, 4.89352518554385e-03f);
            values[j] = Math.max(0f, Math.min(1f, Math.fma(x * p / q, 0.5f, 0.5f)));
        }
    }

    /** Probabilities from logits, in place, for {@code size} values from {@code at} on. */
    public static void softmax(float[] values, int at, int size) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = at; i < at + size; i++) {
            greatest = Math.max(greatest, values[i]);
        }
        double sum = 0;
        for (int i = at; i < at + size; i++) {
            values[i] = (float) StrictMath.exp(values[i] - greatest);
            sum += values[i];
        }
        for (int i = at; i < at + size; i++) {
            values[i] /= (float) sum;
        }
    }
}
