package dev.kintsugi.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.mvae.infer.Gaussians;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTest {
    private static final int SIZE = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void writesTheMeanAndARootOfTheCovarianceOfAllLatents(long seed) {
        Random random = new Random(seed);
        int rows = 20_000;
        Gaussians shared = new Gaussians(2, new float[2 * rows], new float[2 * rows]);
        Gaussians privates = new Gaussians(1, new float[rows], new float[rows]);
        Spread spread = new Spread(SIZE);
        for (int row = 0; row < rows; row++) {
            double common = random.nextGaussian();
            shared.mean()[2 * row] = (float) (3 + common);
            shared.mean()[2 * row + 1] = (float) (-1 + common + random.nextGaussian());
            privates.mean()[row] = (float) (-2 * common);
            privates.logVariance()[row] = (float) Math.log(.5);
            spread.add(shared, privates, row);
        }
        float[] means = new float[2 * SIZE];
        float[] roots = new float[2 * SIZE * SIZE];

        spread.write(means, roots, 1);

        assertThat(means).containsExactly(new float[] {0, 0, 0, 3, -1, 0}, within(.05f));
        double[][] expected = {{2, 1, -2}, {1, 3, -2}, {-2, -2, 4.5}};
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k < SIZE; k++) {
                double product = 0;
                for (int j = 0; j < SIZE; j++) {
                    product += roots[(SIZE + i) * SIZE + j] * roots[(SIZE + k) * SIZE + j];
                }
                double share = Spread.TEMPERATURE * Spread.TEMPERATURE;
                assertThat(product).isCloseTo(share * expected[i][k], within(.15));
            }
        }
    }
}
