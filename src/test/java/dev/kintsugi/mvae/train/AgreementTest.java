package dev.kintsugi.mvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

class AgreementTest {
    private static final float[][] APART = {{3, 0, 0}, {0, 2, 0}, {0, 0, 1}};
    private static final float[][] TURNED = {{0, 2, 0}, {0, 0, 2}, {2, 0, 0}};
    private static final float[][] ONE = {{1, 1, 0}, {1, 1, 0}, {1, 1, 0}};

    @Test
    void isNearlyNothingWhereEachFindsItsOther() {
        assertThat(agreement(APART, APART)).isCloseTo(Math.log(1 + 2 * Math.exp(-5)), within(1e-3));
    }

    @Test
    void isThatOfChanceWhereAllAreAlike() {
        assertThat(agreement(ONE, ONE)).isCloseTo(Math.log(3), within(1e-3));
    }

    @Test
    void isMoreThanThatOfChanceWhereEachFindsAnother() {
        assertThat(agreement(APART, TURNED)).isCloseTo(5 + Math.log(1 + 2 * Math.exp(-5)), within(1e-3));
    }

    @Test
    void looksInBothDirections() {
        float[][] two = {{1, 0, 0}, {1, 0, 0}, {0, 1, 0}};

        assertThat(agreement(APART, two)).isCloseTo(agreement(two, APART), within(1e-4));
    }

    @Test
    void knowsNothingOfRowsThatLackASide() {
        float[][] other = {{1, 0, 0}, {0, 1, 0}, {1, 0, 0}};

        assertThat(agreement(APART, other, .5f, .5f, 0)).isCloseTo(Math.log(1 + Math.exp(-5)), within(1e-3));
        assertThat(agreement(APART, other, 0, 0, 0)).isZero();
    }

    private static double agreement(float[][] one, float[][] other) {
        return agreement(one, other, 1 / 3f, 1 / 3f, 1 / 3f);
    }

    private static double agreement(float[][] one, float[][] other, float... weights) {
        SameDiff graph = SameDiff.create();
        float[] absent = new float[weights.length];
        for (int i = 0; i < absent.length; i++) {
            absent[i] = weights[i] > 0 ? 0 : Agreement.ABSENT;
        }
        return Agreement.of(
                        graph.constant(Nd4j.createFromArray(one)),
                        graph.constant(Nd4j.createFromArray(other)),
                        row(graph, weights),
                        row(graph, absent),
                        weights.length,
                        3)
                .eval()
                .getFloat(0);
    }

    private static SDVariable row(SameDiff graph, float[] values) {
        return graph.constant(Nd4j.createFromArray(values).reshape(1, values.length));
    }
}
