package dev.kintsugi.mvae.infer;

/** Where four rows begin, in ascending order. */
record Four(int a, int b, int c, int d) {
    static Four same(int start) {
        return new Four(start, start, start, start);
    }

    Four plus(int distance) {
        return new Four(a + distance, b + distance, c + distance, d + distance);
    }
}
