package dev.kintsugi.speed;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a stream is run.
 *
 * @param processing exactly-once or at-least-once
 * @param threads that share its partitions
 * @param settings of Kafka that differ from those that {@code kintsugi stream} has by itself
 */
public record Running(String stages, String processing, int threads, Map<String, String> settings) {
    public static final String EXACTLY_ONCE = "exactly-once";
    public static final String AT_LEAST_ONCE = "at-least-once";

    /** In the place of stages: what pairing is compared with. */
    static final String OUTER_JOIN = "outer-join";

    public Running {
        settings = Map.copyOf(settings);
    }

    public static Running of(String processing, int threads) {
        return new Running("pair,restore", processing, threads, Map.of());
    }

    boolean restores() {
        return stages.contains("restore");
    }

    boolean isOuterJoin() {
        return stages.equals(OUTER_JOIN);
    }

    public Running only(String stage) {
        return new Running(stage, processing, threads, settings);
    }

    public Running set(String key, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(key, value);
        return new Running(stages, processing, threads, more);
    }
}
