package dev.kintsugi.mvae.infer;

/** The most probable of some. */
public final class Most {
    private Most() {}

    /** Its number; of equals, the first. */
    public static int probable(float[] probabilities) {
        return probable(probabilities, 0, probabilities.length);
    }

    /** Its number among {@code count} from {@code from} on. */
    public static int probable(float[] probabilities, int from, int count) {
        int most = 0;
        for (int i = 1; i < count; i++) {
            most = probabilities[from + i] > probabilities[from + most] ? i : most;
        }
        return most;
    }
}
