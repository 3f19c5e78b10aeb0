package dev.kintsugi.learn;

/** Where a sensed sound ends. */
final class Word {
    private Word() {}

    /** How many frames there are up to the last that is not silent. */
    static int frames(float[] row, int bands) {
        int last = row.length - 1;
        while (last >= 0 && row[last] == 0) {
            last--;
        }
        return (last + bands) / bands;
    }
}
