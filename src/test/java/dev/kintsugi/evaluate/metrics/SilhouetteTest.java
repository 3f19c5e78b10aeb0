package dev.kintsugi.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.dice.Dice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilhouetteTest {

    @Test
    void comparesTheOwnCentreWithTheNextOne() {
        float[][] points = {{0}, {2}, {10}};

        // Centres 1 and 10: (10 - 1) / 10, (8 - 1) / 8, (9 - 0) / 9.
        assertThat(Silhouette.simplified(points, new int[] {0, 0, 1}, 3)).isCloseTo((.9 + .875 + 1) / 3, within(1e-9));
    }

    @Test
    void isNegativeForPointsInTheWrongCluster() {
        assertThat(Silhouette.simplified(new float[][] {{0}, {9}, {10}, {1}}, new int[] {0, 0, 1, 1}, 2))
                .isLessThan(0);
    }

    @Test
    void isZeroWhereCentresCoincide() {
        assertThat(Silhouette.simplified(new float[][] {{1}, {1}}, new int[] {0, 1}, 2))
                .isZero();
    }

    @Test
    void isNoNumberForOneCluster() {
        assertThat(Silhouette.simplified(new float[][] {{0}, {1}}, new int[] {0, 0}, 2))
                .isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesNotMindScaleAndPlace(long seed) {
        Dice dice = Dice.of(seed);
        float[][] points = new float[50][3];
        float[][] moved = new float[50][3];
        int[] cluster = new int[50];
        for (int i = 0; i < 50; i++) {
            cluster[i] = dice.below(3);
            for (int d = 0; d < 3; d++) {
                points[i][d] = (float) dice.bell() + cluster[i];
                moved[i][d] = 4 * points[i][d] - 7;
            }
        }
        double silhouette = Silhouette.simplified(points, cluster, 3);

        assertThat(silhouette).isBetween(-1., 1.);
        assertThat(Silhouette.simplified(moved, cluster, 3)).isCloseTo(silhouette, within(1e-5));
    }
}
