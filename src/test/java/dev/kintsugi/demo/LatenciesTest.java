package dev.kintsugi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void quantilesAreThoseOfAllThatWereAdded() {
        for (int ms = 1; ms <= 100; ms++) {
            latencies.add(ms);
        }
        assertThat(latencies.quantile(0.5)).isEqualTo(50);
        assertThat(latencies.quantile(0.99)).isEqualTo(99);
        assertThat(latencies.quantile(1)).isEqualTo(100);
    }

    @Test
    void whatIsOutOfRangeCountsAsItsEnd() {
        latencies.add(-5);
        latencies.add(1_000_000);
        assertThat(latencies.quantile(0.5)).isZero();
        assertThat(latencies.quantile(1)).isEqualTo(60_000);
    }

    @Test
    void areNothingBeforeTheFirst() {
        assertThat(latencies.quantile(0.5)).isZero();
    }
}
