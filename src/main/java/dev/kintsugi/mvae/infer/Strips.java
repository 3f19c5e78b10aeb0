package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;

/**
 * A picture of one channel, as a convolution of stride 2 reads it: for every row of its output a strip, in which the four
 * values that lie above each other follow each other, with zeros around. A patch of four columns is then one run of sixteen,
 * where on the picture itself it would be four runs of four, each too short for a kernel.
 */
record Strips(int height, int width) {
    private static final int SIDE = Part.Sensed.KERNEL;

    int size() {
        return height / 2 * rowSize();
    }

    /** Where the patch of a pixel of the output begins. */
    int at(int y, int x) {
        return y * rowSize() + 2 * x * SIDE;
    }

    private int rowSize() {
        return (width + 2) * SIDE;
    }

    /** Writes a picture; zeros around it stay as they are. */
    void fill(float[] picture, int from, float[] strips) {
        for (int y = 0; y < height / 2; y++) {
            for (int ky = 0; ky < SIDE; ky++) {
                int row = 2 * y - 1 + ky;
                if (row >= 0 && row < height) {
                    int to = y * rowSize() + SIDE + ky;
                    for (int x = 0; x < width; x++) {
                        strips[to + x * SIDE] = picture[from + row * width + x];
                    }
                }
            }
        }
    }
}
