package dev.kintsugi.mvae.infer;

/** Whether numbers are numbers. */
final class Finite {
    private static final int SUMS = 64;

    private Finite() {}

    static boolean all(float[] values, int from, int to) {
        // A sum of zeros stays zero, and zero times what is not finite is NaN: a loop without branches. It keeps many
        // sums side by side, which C2 turns into vectors.
        float[] sums = new float[SUMS];
        int i = from;
        for (; i + SUMS <= to; i += SUMS) {
            for (int j = 0; j < SUMS; j++) {
                sums[j] += values[i + j] * 0;
            }
        }
        float sum = 0;
        for (; i < to; i++) {
            sum += values[i] * 0;
        }
        for (float one : sums) {
            sum += one;
        }
        return sum == 0;
    }
}
