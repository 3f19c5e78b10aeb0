package dev.kintsugi.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalAxesTest {

    @Test
    void theFirstAxisIsThatOfTheGreatestSpread() {
        Random random = new Random(1);
        double[][] points = new double[300][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {
                random.nextGaussian(), 9 * random.nextGaussian(), .1 * random.nextGaussian(), 4 * random.nextGaussian()
            };
        }
        double[][] places = PrincipalAxes.places(points);

        assertThat(spread(places, 0)).isCloseTo(9, within(1.));
        assertThat(spread(places, 1)).isCloseTo(4, within(.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsAndMirrorsPlacesBackToWhereTheyWere(int seed) {
        Random random = new Random(seed);
        double[][] before = new double[20][];
        double[][] now = new double[20][];
        double angle = 7 * random.nextDouble();
        double mirror = random.nextBoolean() ? -1 : 1;
        for (int i = 0; i < before.length; i++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            before[i] = new double[] {x, y};
            now[i] = new double[] {
                x * Math.cos(angle) - y * Math.sin(angle), mirror * (x * Math.sin(angle) + y * Math.cos(angle))
            };
        }
        double[][] aligned = PrincipalAxes.aligned(now, before);

        for (int i = 0; i < before.length; i++) {
            assertThat(aligned[i]).containsExactly(before[i], within(1e-9));
        }
    }

    private static double spread(double[][] places, int axis) {
        double sum = 0;
        for (double[] place : places) {
            sum += place[axis] * place[axis];
        }
        return Math.sqrt(sum / places.length);
    }
}
