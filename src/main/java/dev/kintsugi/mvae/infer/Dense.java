package dev.kintsugi.mvae.infer;

/** A dense layer: rows in, rows out. */
public final class Dense {
    /** Rows that one call multiplies: enough to make use of weights once they are in the cache. */
    public static final int BATCH = 128;

    private final Matrix matrix;
    private final Rows from;
    private final Rows to;
    private final boolean rectified;

    /**
     * @param inWidth values from one row of input to the next
     * @param rectified whether a ReLU follows
     */
    public Dense(Kernel kernel, float[] weights, float[] bias, int inWidth, boolean rectified) {
        this.matrix = kernel.pack(weights, bias, Patch.whole(weights.length / bias.length), bias.length);
        this.from = Rows.every(inWidth, BATCH);
        this.to = Rows.every(matrix.width(), BATCH);
        this.rectified = rectified;
    }

    /** Values from one row of output to the next; those beyond the layer's outputs are zero. */
    public int width() {
        return matrix.width();
    }

    /** Computes up to {@link #BATCH} rows. */
    public void apply(float[] in, float[] out, int rows) {
        apply(in, out, 0, rows);
    }

    /** @param base where the first row of output goes */
    void apply(float[] in, float[] out, int base, int rows) {
        matrix.multiply(in, from, out, to.from(base), rows, rectified);
    }
}
