package dev.kintsugi.mvae.infer;

/**
 * A way to multiply matrices.
 *
 * <p>Every kernel computes each output as {@code fma(in[k], weight[k], ...)} over k in ascending order, beginning with
 * the bias, whatever rows are computed beside it. A fused multiply-add is rounded once, exactly, so results are the same
 * to the last bit for every kernel, batch, thread and machine.
 */
public interface Kernel {
    /** What it is called in logs and figures. */
    String name();

    /**
     * Takes weights in.
     *
     * @param weights one row of {@code out} values for each value of the patch
     */
    Matrix pack(float[] weights, float[] bias, Patch patch, int out);

    /** The fastest that this Java offers: vectors if the incubating module is there, else plain loops. */
    static Kernel best() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? vectors() : new PlainKernel();
    }

    private static Kernel vectors() {
        // By name, for the class is compiled apart: all other code compiles without the incubating module.
        try {
            return (Kernel) Class.forName("dev.kintsugi.mvae.infer.VectorKernel")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("VectorKernel was not built; run mvn compile", e);
        }
    }
}
