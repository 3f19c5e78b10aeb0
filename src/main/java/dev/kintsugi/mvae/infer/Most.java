package dev.kintsugi.mvae.infer;

/** The most probable of some. */
final class Most {
    private Most() {}

    /** Its number; of equals, the first. */
    static int probable(float[] probabilities) {
        int most = 0;
        for (int i = 1; i < probabilities.length; i++) {
            most = probabilities[i] > probabilities[most] ? i : most;
        }
        return most;
    }
}
