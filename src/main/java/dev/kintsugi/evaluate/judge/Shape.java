package dev.kintsugi.evaluate.judge;

import java.util.List;

/**
 * What a judge reads, and by which convolutions.
 *
 * @param height of the values it reads, row by row
 * @param convolutions from the first on; without padding
 */
record Shape(int height, int width, List<Convolution> convolutions) {

    /** A square kernel that moves by a stride, and so many of it. */
    record Convolution(int kernel, int stride, int channels) {}

    int size() {
        return height * width;
    }
}
