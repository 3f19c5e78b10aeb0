package dev.kintsugi.topology;

import java.time.Duration;

/**
 * When a task asks for a commit, beside those that Kafka Streams makes by itself at each interval. In transactions nobody reads
 * what was sent before its commit, so there is one soon where what comes is fresh.
 *
 * <p>In a backlog there is none: what comes of it is late anyway, each commit costs, and so does what it has to write, of which
 * most would have been done with a moment later. A record tells of a backlog by its timestamp. Where a producer's clock
 * is behind by more than clocks may differ, so do fresh ones: then there is one where nothing was read for a moment, or, if
 * there is always something, at Kafka Streams' interval.
 */
final class EarlyCommits {
    /** So long after another at least: a commit takes some milliseconds of a thread, and of the broker. */
    static final Duration APART = Duration.ofMillis(100);

    /** So long after another at most, if something is at the model: what comes of that is better in this one. */
    private static final Duration APART_AT_MOST = Duration.ofMillis(150);

    /** Clocks may differ by as much. */
    private static final Duration BACKLOG = Duration.ofSeconds(2);

    private static final Duration QUIET = Duration.ofMillis(50);

    private boolean processed;
    private boolean readSinceLook;
    private long lastTimestamp;

    /** By looks: a record may be read just before a batch that takes the model longer than silence lasts. */
    private long quietSince;

    private long lastCommit;
    private long commits;

    /** A record is processed. */
    void read(long timestamp) {
        processed = true;
        readSinceLook = true;
        lastTimestamp = timestamp;
    }

    /**
     * Whether to ask, at this look.
     *
     * @param changed whether state is not as it is written
     * @param asked whether the model was asked since the last commit and has not answered
     * @param commits what grows with each, also where other tasks asked: a thread's tasks share their transactions
     */
    boolean due(long now, boolean changed, boolean asked, long commits) {
        if (commits != this.commits) {
            this.commits = commits;
            lastCommit = now;
            processed = readSinceLook;
        }
        if (readSinceLook) {
            quietSince = now;
            readSinceLook = false;
        }
        Duration apart = asked ? APART_AT_MOST : APART;
        if (!processed && !changed || Math.abs(now - lastCommit) < apart.toMillis() || isBehind(now)) {
            return false;
        }
        processed = false;
        lastCommit = now;
        return true;
    }

    private boolean isBehind(long now) {
        return now - lastTimestamp > BACKLOG.toMillis() && now - quietSince < QUIET.toMillis();
    }
}
