package dev.kintsugi.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    @Test
    void theMedianOfAnEvenNumberOfRunsLiesBetweenTheMiddleTwo() {
        assertThat(Spread.of(4, 1, 3, 10)).isEqualTo(new Spread(3.5, 1, 10));
    }

    @Test
    void theMedianOfAnOddNumberOfRunsIsTheMiddleOne() {
        assertThat(Spread.of(4, 1, 3)).isEqualTo(new Spread(3, 1, 4));
    }

    @Test
    void ofNoRunsNothingIsSaid() {
        assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(Percentiles::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ninetyNineOfAHundredAreNoSlowerThanThe99thPercentile() {
        double[] hundred = DoubleStream.iterate(1, each -> each + 1).limit(100).toArray();

        assertThat(Percentiles.of(hundred)).isEqualTo(new Percentiles(100, 50, 90, 99, 100));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void percentilesHappenedAndDoNotFall(long seed) {
        Dice dice = Dice.of(seed);
        double[] times = DoubleStream.generate(() -> dice.between(0, 500))
                .limit(1 + dice.below(300))
                .toArray();

        Percentiles said = Percentiles.of(times);

        assertThat(new double[] {said.p50(), said.p90(), said.p99(), said.most()})
                .isSorted();
        assertThat(times).contains(said.p50(), said.p90(), said.p99());
        assertThat(said.most()).isEqualTo(Arrays.stream(times).max().orElseThrow());
    }

    @Test
    void memoryIsReadFromWhatLinuxSaysOfAProcess() {
        String status = "Name:\tjava\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\nThreads:\t9\n";

        assertThat(Usage.bytes(status, "VmRSS")).hasValue(100 << 20);
        assertThat(Usage.bytes(status, "VmHWM")).hasValue(200 << 20);
        assertThat(Usage.bytes("", "VmRSS")).isEmpty();
    }
}
