package dev.kintsugi.mvae.infer;

/**
 * How the values that one row of output is made of lie in memory: contiguous runs at a fixed distance.
 *
 * <p>A dense layer reads one run. A convolution over activations in the order height, width, channel reads one run for
 * each row of its kernel, so it is a matrix product on the picture itself and its patches are never copied out.
 */
public record Patch(int runs, int run, int distance) {
    /** The only run of a dense layer. */
    public static Patch whole(int size) {
        return new Patch(1, size, 0);
    }

    /** How many values there are, which is the number of rows of the weights. */
    public int size() {
        return runs * run;
    }
}
