package dev.kintsugi.mvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

class OperationTest {
    private static final int COLUMNS = 4;

    @ParameterizedTest
    @ValueSource(floats = {0, 1, 50, 104, 200, 10_000})
    void sumsExponentialsHoweverFarApartTheyAre(float distance) {
        float[] row = {distance, 0, -distance, 0.5f * distance};

        float[] sums = evaluated(row)[0];

        assertThat(sums).hasSize(COLUMNS);
        for (float sum : sums) {
            assertThat((double) sum).isCloseTo(logSumExp(row), within(1e-4 * (1 + distance)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hasTheSoftmaxAsGradientOfTheLogarithmOfTheSum(long seed) {
        Random random = new Random(seed);
        float[] row = new float[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            row[i] = 120 * random.nextFloat();
        }

        float[] gradient = evaluated(row)[1];

        for (int i = 0; i < COLUMNS; i++) {
            assertThat((double) gradient[i]).isCloseTo(Math.exp(row[i] - logSumExp(row)), within(1e-3));
        }
    }

    @Test
    void staysFiniteWhereTheNativeLogSoftmaxDoesNot() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.constant(Nd4j.createFromArray(new float[][] {{0, -110, -5, -1}}));

        assertThat(graph.nn().logSoftmax(x).eval().getFloat(0, 1)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(Operation.logSoftmax(x, COLUMNS).eval().getFloat(0, 1)).isCloseTo(-110.3f, within(.1f));
    }

    /** log sum exp in every column, and the gradient of the mean of these. */
    private static float[][] evaluated(float[] row) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.var("x", Nd4j.createFromArray(new float[][] {row}));
        SDVariable sums = Operation.logSumExp(x, COLUMNS);
        SDVariable mean =
                Operation.product(sums, Operation.ones(graph, COLUMNS, 1)).div(COLUMNS);
        SDVariable gradient = Gradients.of(mean, Set.of("x")).get("x");
        Map<String, org.nd4j.linalg.api.ndarray.INDArray> values = graph.output(Map.of(), sums.name(), gradient.name());
        return new float[][] {
            values.get(sums.name()).toFloatVector(), values.get(gradient.name()).toFloatVector()
        };
    }

    private static double logSumExp(float[] row) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (float value : row) {
            greatest = Math.max(greatest, value);
        }
        double sum = 0;
        for (float value : row) {
            sum += Math.exp(value - greatest);
        }
        return greatest + Math.log(sum);
    }
}
