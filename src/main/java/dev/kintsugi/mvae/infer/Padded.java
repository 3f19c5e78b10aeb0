package dev.kintsugi.mvae.infer;

/** A picture of several channels in an array, with one row or column of zeros on each side of it. */
record Padded(int height, int width, int channels) {
    int size() {
        return (height + 2) * rowSize();
    }

    int rowSize() {
        return (width + 2) * channels;
    }

    /** Where a pixel lies; (-1, -1) is the first of the padding. */
    int at(int y, int x) {
        return (y + 1) * rowSize() + (x + 1) * channels;
    }
}
