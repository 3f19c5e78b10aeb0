package dev.kintsugi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The build chose the native libraries of the platform that it runs on. */
class NativeLibrariesTest {

    @Test
    void tensorsMultiplyOnThisPlatform() {
        INDArray left = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}});
        INDArray right = Nd4j.createFromArray(new float[][] {{5, 6}, {7, 8}});
        assertThat(left.mmul(right)).isEqualTo(Nd4j.createFromArray(new float[][] {{19, 22}, {43, 50}}));
    }
}
