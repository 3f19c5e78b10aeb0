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
        assertThat(replacements.next()).contains(Duration.ofMillis(500));
        assertThat(replacements.next()).contains(Duration.ofMillis(1_000));
        for (int i = 0; i < 5; i++) {
            replacements.next();
        }
        assertThat(replacements.next()).contains(Duration.ofSeconds(30));
    }

    @Test
    void endAfterSoManyInAWhile() {
        for (int i = 0; i < 8; i++) {
            assertThat(replacements.next()).isPresent();
        }
        assertThat(replacements.next()).isEqualTo(Optional.empty());
    }

    @Test
    void deathsLongAgoAreForgiven() {
        for (int i = 0; i < 100; i++) {
            assertThat(replacements.next()).contains(Duration.ofMillis(500));
            nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        }
    }
}
