package dev.kintsugi.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {

    @Test
    void givesUpTheHeaviestSingleMatchForAHeavierWhole() {
        double[][] weights = {{9, 8, 0}, {8, 1, 0}, {0, 0, 1}};

        assertThat(Assignment.heaviest(weights)).containsExactly(1, 0, 2);
    }

    @Test
    void leavesRowsWithoutColumnWhenThereAreMore() {
        assertThat(Assignment.heaviest(new double[][] {{1}, {3}, {2}})).containsExactly(-1, 0, -1);
    }

    @Test
    void leavesColumnsWithoutRowWhenThereAreMore() {
        assertThat(Assignment.heaviest(new double[][] {{1, 3, 2}})).containsExactly(1);
    }

    @Test
    void matchesNothingWithNothing() {
        assertThat(Assignment.heaviest(new double[0][])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void isAsHeavyAsTheBestOfAllPermutations(long seed) {
        Dice dice = Dice.of(seed);
        int rows = 1 + dice.below(6);
        int columns = 1 + dice.below(6);
        double[][] weights = new double[rows][columns];
        for (double[] row : weights) {
            Arrays.setAll(row, i -> dice.between(-5, 10));
        }

        int[] match = Assignment.heaviest(weights);

        assertThat(Arrays.stream(match).filter(column -> column >= 0).distinct().count())
                .isEqualTo(Math.min(rows, columns));
        assertThat(weight(weights, match)).isCloseTo(best(weights, 0, 0, rows - columns), within(1e-9));
    }

    private static double weight(double[][] weights, int[] match) {
        double sum = 0;
        for (int row = 0; row < match.length; row++) {
            sum += match[row] < 0 ? 0 : weights[row][match[row]];
        }
        return sum;
    }

    /** Tries every match from a row on, where so many rows more may go without. */
    private static double best(double[][] weights, int row, int taken, int spare) {
        if (row == weights.length) {
            return 0;
        }
        double best = spare > 0 ? best(weights, row + 1, taken, spare - 1) : Double.NEGATIVE_INFINITY;
        for (int column = 0; column < weights[row].length; column++) {
            if ((taken >> column & 1) == 0) {
                best = Math.max(best, weights[row][column] + best(weights, row + 1, taken | 1 << column, spare));
            }
        }
        return best;
    }
}
