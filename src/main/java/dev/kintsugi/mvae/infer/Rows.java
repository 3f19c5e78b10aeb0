package dev.kintsugi.mvae.infer;

/**
 * Where rows begin in an array.
 *
 * @param base added to each of them, so that one table serves every picture of a batch
 */
public record Rows(int base, int[] starts) {
    /** Rows that follow each other at a fixed distance. */
    public static Rows every(int distance, int count) {
        int[] starts = new int[count];
        for (int row = 0; row < count; row++) {
            starts[row] = row * distance;
        }
        return new Rows(0, starts);
    }

    Rows from(int newBase) {
        return new Rows(newBase, starts);
    }

    /** Where a row begins; beyond the last, where the last does. */
    int clamped(int row, int count) {
        return base + starts[Math.min(row, count - 1)];
    }
}
