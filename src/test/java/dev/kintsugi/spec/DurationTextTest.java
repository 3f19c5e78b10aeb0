package dev.kintsugi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({"500ms, 500", "2s, 2000", "5m, 300000", "1h, 3600000", "7d, 604800000", "0s, 0", "1500ms, 1500"})
    void readsAndWritesAlike(String text, long millis) {
        assertThat(DurationText.parse(text)).contains(Duration.ofMillis(millis));
        assertThat(DurationText.text(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "s", "-5s", "1.5s", "2 s", "2S", "1h30m", "1w", "9999999999d", "+2s"})
    void readsNothingElse(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }

    @Test
    void writesTheLargestUnitThatLeavesNoRest() {
        assertThat(DurationText.text(Duration.ofSeconds(120))).isEqualTo("2m");
        assertThat(DurationText.text(Duration.ofHours(36))).isEqualTo("36h");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsWrittenIsReadBack(long seed) {
        Random random = new Random(seed);
        long unit = new long[] {1, 1000, 60_000, 3_600_000, 86_400_000}[random.nextInt(5)];
        Duration duration = Duration.ofMillis(unit * random.nextInt(100_000));
        assertThat(DurationText.parse(DurationText.text(duration))).contains(duration);
    }
}
