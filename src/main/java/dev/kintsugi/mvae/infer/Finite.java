package dev.kintsugi.mvae.infer;

/** Whether numbers are numbers. */
final class Finite {
    private Finite() {}

    static boolean all(float[] values, int from, int to) {
        // A sum of zeros stays zero, and zero times what is not finite is NaN: a loop without branches.
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] * 0;
        }
        return sum == 0;
    }
}
