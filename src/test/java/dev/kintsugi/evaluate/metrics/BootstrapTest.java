package dev.kintsugi.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
    private final Bootstrap bootstrap = new Bootstrap(1_000, 7);

    @Test
    void drawsBothOfTwoGroupsOrOneTwice() {
        // A quarter of the draws each take one group twice, so the middle 95 % reach from one to the other.
        Interval interval = bootstrap.mean(new double[] {0, 0, 1, 1, 1, 1}, new int[] {8, 8, 3, 3, 3, 3});

        assertThat(interval).isEqualTo(new Interval(4 / 6., 0, 1));
    }

    @Test
    void isNoWiderThanOneGroup() {
        assertThat(bootstrap.mean(new double[] {0, 1}, new int[] {5, 5})).isEqualTo(new Interval(.5, .5, .5));
    }

    @Test
    void isTheSameAgain() {
        double[] values = values(3, 50, 4);

        assertThat(bootstrap.mean(values, groups(values.length, 4)))
                .isEqualTo(new Bootstrap(1_000, 7).mean(values, groups(values.length, 4)));
    }

    @Test
    void refusesValuesWithoutGroups() {
        assertThatIllegalArgumentException().isThrownBy(() -> bootstrap.mean(new double[] {1}, new int[0]));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isAsWideAsTheNormalDistributionSays(long seed) {
        double[] values = values(seed, 300, 1);
        Interval interval = bootstrap.mean(values, groups(values.length, 1));
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        double reach = 1.96 * Math.sqrt(variance / values.length);

        assertThat(interval.low()).isCloseTo(mean - reach, within(.15 * reach));
        assertThat(interval.high()).isCloseTo(mean + reach, within(.15 * reach));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void gainsNothingFromSamplesThatAreAlike(long seed) {
        double[] values = values(seed, 100, 10);

        Interval byRecording = bootstrap.mean(values, groups(values.length, 10));
        Interval bySample = bootstrap.mean(values, groups(values.length, 1));

        assertThat(width(byRecording)).isGreaterThan(2.5 * width(bySample));
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    /** So many values, each repeated. */
    private static double[] values(long seed, int count, int each) {
        Dice dice = Dice.of(seed);
        double[] values = new double[count * each];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % each == 0 ? dice.bell() : values[i - 1];
        }
        return values;
    }

    private static int[] groups(int count, int each) {
        int[] groups = new int[count];
        Arrays.setAll(groups, i -> i / each);
        return groups;
    }
}
