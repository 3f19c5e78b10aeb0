package dev.kintsugi.mvae.infer;

/**
 * The same weights twice, where there are registers for broad panels of one row, but not of several: a row that is alone waits
 * for weights from memory, and reads them as halves.
 */
record VectorChoice(Matrix alone, Matrix several) implements Matrix {
    @Override
    public int width() {
        return several.width();
    }

    @Override
    public void multiply(float[] in, Rows from, float[] out, Rows to, int count, boolean rectify) {
        (count == 1 ? alone : several).multiply(in, from, out, to, count, rectify);
    }
}
