package dev.kintsugi.mvae.infer;

/** A layer's weights and bias as a kernel keeps them: immutable, and used by many threads at once. */
public interface Matrix {
    /**
     * Values that a row of output takes, at least as many as there are outputs: those beyond are set to zero. Rows that
     * lie closer than this must be written in ascending order, by a matrix of one panel.
     */
    int width();

    /**
     * Writes {@code bias + in · weights} for some rows.
     *
     * @param rectify whether negative results become zero
     */
    void multiply(float[] in, Rows from, float[] out, Rows to, int count, boolean rectify);
}
