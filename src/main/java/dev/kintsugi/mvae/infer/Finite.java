package dev.kintsugi.mvae.infer;

/** Whether numbers are numbers. */
final class Finite {
    private Finite() {}

    static boolean all(float[] values, int from, int to) {
        // A sum of zeros stays zero, and zero times what is not finite is NaN: a loop without branches. Four sums,
        // so that no addition waits for the one before.
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += values[i] * 0;
            b += values[i + 1] * 0;
            c += values[i + 2] * 0;
            d += values[i + 3] * 0;
        }
        for (; i < to; i++) {
            a += values[i] * 0;
        }
        return a + b + c + d == 0;
    }
}
