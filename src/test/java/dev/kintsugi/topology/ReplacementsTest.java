package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReplacementsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Replacements replacements = new Replacements(nanos::get);

    @Test
    void pausesDoubleUpToALongest() {
        assertThat(later()).contains(Duration.ofMillis(500));
        assertThat(later()).contains(Duration.ofMillis(1_000));
        for (int i = 0; i < 5; i++) {
            later();
        }
        assertThat(later()).contains(Duration.ofSeconds(30));
    }

    @Test
    void endAfterSoManyInAWhile() {
        for (int i = 0; i < 8; i++) {
            assertThat(later()).isPresent();
        }
        assertThat(later()).isEqualTo(Optional.empty());
    }

    @Test
    void threadsThatDieTogetherAreOneDeath() {
        for (int i = 0; i < 100; i++) {
            assertThat(replacements.next()).contains(Duration.ofMillis(500));
            nanos.addAndGet(Duration.ofMillis(10).toNanos());
        }
    }

    @Test
    void aThreadThatDiesEveryHalfSecondIsGivenUpOn() {
        int replaced = 0;
        while (replacements.next().isPresent()) {
            replaced++;
            nanos.addAndGet(Duration.ofMillis(501).toNanos());
        }
        assertThat(replaced).isEqualTo(16);
    }

    private Optional<Duration> later() {
        nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
        return replacements.next();
    }

    @Test
    void deathsLongAgoAreForgiven() {
        for (int i = 0; i < 100; i++) {
            assertThat(replacements.next()).contains(Duration.ofMillis(500));
            nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        }
    }
}
