package dev.kintsugi.mvae.machine;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The rate at which ND4J's OpenBLAS multiplies large matrices of floats on one thread of this machine.
 *
 * @param flops floating-point operations a second, a multiplication and an addition counting as two
 */
public record GemmPeak(double flops) {
    private static final int SIDE = 1024;
    private static final int ROUNDS = 8;

    /** Takes about a tenth of a second. The best of several rounds, for what disturbs a round only ever slows it. */
    public static GemmPeak measure() {
        int threads = openblas_nolapack.blas_get_num_threads();
        openblas_nolapack.blas_set_num_threads(1);
        try (FloatPointer a = matrix(1);
                FloatPointer b = matrix(0.5f);
                FloatPointer c = matrix(0)) {
            long best = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                best = Math.min(best, nanoseconds(a, b, c));
            }
            return new GemmPeak(2.0 * SIDE * SIDE * SIDE / best * 1e9);
        } finally {
            openblas_nolapack.blas_set_num_threads(threads);
        }
    }

    public double gigaflops() {
        return flops / 1e9;
    }

    private static long nanoseconds(FloatPointer a, FloatPointer b, FloatPointer c) {
        long start = System.nanoTime();
        openblas_nolapack.cblas_sgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, SIDE, SIDE, SIDE, 1, a, SIDE, b, SIDE, 0, c, SIDE);
        return System.nanoTime() - start;
    }

    private static FloatPointer matrix(float value) {
        FloatPointer matrix = new FloatPointer((long) SIDE * SIDE);
        for (long i = 0; i < (long) SIDE * SIDE; i++) {
            matrix.put(i, value);
        }
        return matrix;
    }
}
