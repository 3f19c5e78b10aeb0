package dev.kintsugi.spec;

import java.time.Duration;

/**
 * When a window of summaries closes: by count or by the wall clock, whichever comes first.
 *
 * @param count observations in a full window
 * @param time after which it closes as it is, so that a quiet partition does not hold it open
 */
public record WindowSpec(int count, Duration time) {

    static WindowSpec from(Section section, int usualCount) {
        return new WindowSpec(
                section.get("count", Form.whole(1, 1_000_000), usualCount),
                section.get("time", Form.positiveDuration("1m"), Duration.ofMinutes(1)));
    }
}
