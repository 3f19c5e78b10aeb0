package dev.kintsugi.topology;

import java.time.Duration;

/**
 * When a task asks for a commit, beside those that Kafka Streams makes by itself at each interval. In transactions nobody reads
 * what was sent before its commit, so there is one soon where what comes is fresh.
 *
 * <p>In a backlog there is none: what comes of it is late anyway, each commit costs, and so does what it has to write, of which
 * most would have been done with a moment later. A record tells of a backlog by its timestamp. Where a producer's clock
 * is behind, so do fresh ones; but then there are moments in which nothing is read.
 */
final class EarlyCommits {
    /** So long after another at least: a commit takes some milliseconds of a thread, and of the broker. */
    static final Duration APART = Duration.ofMillis(100);

    /** Clocks may differ by as much. */
    private static final Duration BACKLOG = Duration.ofSeconds(2);

    private static final Duration QUIET = Duration.ofMillis(50);

    private boolean processed;
    private long lastTimestamp;
    private long lastRead;
    private long lastAsked;

    /** A record is processed. */
    void read(long timestamp, long now) {
        processed = true;
        lastTimestamp = timestamp;
        lastRead = now;
    }

    /**
     * Whether to ask now.
     *
     * @param changed whether state is not as it is written
     */
    boolean due(long now, boolean changed) {
        if (!processed && !changed || Math.abs(now - lastAsked) < APART.toMillis() || isBehind(now)) {
            return false;
        }
        processed = false;
        lastAsked = now;
        return true;
    }

    private boolean isBehind(long now) {
        return now - lastTimestamp > BACKLOG.toMillis() && now - lastRead < QUIET.toMillis();
    }
}
