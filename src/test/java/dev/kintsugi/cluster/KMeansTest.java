package dev.kintsugi.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest {
    private static final int GROUPS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void findsGroupsThatLieApartHoweverUnlikeTheirSizes(long seed) {
        double[][] points = groups(seed);

        KMeans found = KMeans.of(points, GROUPS, seed);

        int[] groupOf = new int[GROUPS];
        for (int i = 0; i < points.length; i++) {
            if (i < GROUPS) {
                groupOf[i] = found.nearest(points[i]);
            }
            assertThat(found.nearest(points[i])).isEqualTo(groupOf[truth(i)]);
        }
        assertThat(groupOf).doesNotHaveDuplicates();
        double spread = IntStream.range(0, points.length)
                .mapToDouble(i -> square(points[i], found.middles()[found.nearest(points[i])]))
                .sum();
        assertThat(found.spread()).isCloseTo(spread, within(1e-9));
    }

    @Test
    void findsTheSameAgainForTheSameSeed() {
        assertThat(KMeans.of(groups(1), GROUPS, 3).middles())
                .isDeepEqualTo(KMeans.of(groups(1), GROUPS, 3).middles());
    }

    @Test
    void givesEachPointAGroupWhereThereAreNoMore() {
        double[][] points = {{0, 0}, {1, 0}, {0, 1}};

        KMeans found = KMeans.of(points, 3, 1);

        assertThat(found.spread()).isZero();
        assertThat(IntStream.range(0, 3).map(i -> found.nearest(points[i]))).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void bearsPointsThatAreAllTheSame() {
        double[][] points = {{1, 2}, {1, 2}, {1, 2}, {1, 2}};

        assertThat(KMeans.of(points, 2, 1).spread()).isZero();
    }

    /** Six of ten are of the first group. */
    private static int truth(int number) {
        return number < GROUPS ? number : number % 10 < 6 ? 0 : number % 10 - 5;
    }

    private static double[][] groups(long seed) {
        Random random = new Random(seed);
        double[][] middles = new double[GROUPS][];
        for (int group = 0; group < GROUPS; group++) {
            middles[group] = new double[] {8 * Math.cos(group), 8 * Math.sin(group), group};
        }
        return IntStream.range(0, 400)
                .mapToObj(i -> IntStream.range(0, 3)
                        .mapToDouble(k -> middles[truth(i)][k] + random.nextGaussian() / 3)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double square(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (one[i] - other[i]) * (one[i] - other[i]))
                .sum();
    }
}
