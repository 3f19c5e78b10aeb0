package dev.kintsugi.pairing;

import java.util.OptionalLong;

/**
 * The wait by the wall clock, for topics that have gone quiet.
 *
 * <p>It is reckoned in milliseconds of this run: a clock that is set back makes it wait no longer, and observations of an
 * earlier run count as if they had come when this one began. It ends nothing while there is something to read: a
 * backlog is not silence.
 */
final class Patience {
    private final OptionalLong wait;
    private final long idle;
    private final long firstOfThisRun;

    private long clock;
    private long elapsed;
    private long lastRead;

    /** Nothing's patience ends before this; it may be too early, never too late. */
    private long nothingBefore;

    Patience(OptionalLong wait, long idle, long firstOfThisRun, long now) {
        this.wait = wait;
        this.idle = idle;
        this.firstOfThisRun = firstOfThisRun;
        this.clock = now;
    }

    /** Something was read. */
    void read(long now) {
        move(now);
        lastRead = elapsed;
    }

    /** Milliseconds of this run. */
    long elapsed() {
        return elapsed;
    }

    /** Whether anybody's patience may have ended. */
    boolean mayEnd(long now) {
        move(now);
        return wait.isPresent() && elapsed - lastRead >= idle && elapsed >= nothingBefore;
    }

    boolean hasEnded(Pending pending) {
        return elapsed >= end(pending);
    }

    /** The next to end is this one; or, with none, nothing that has come so far. */
    void next(Pending pending) {
        nothingBefore = end(pending);
    }

    void none() {
        nothingBefore = elapsed + wait.orElse(0);
    }

    private long end(Pending pending) {
        long from = pending.number() < firstOfThisRun ? 0 : pending.arrived();
        return from + wait.orElseThrow();
    }

    private void move(long now) {
        elapsed += Math.max(0, now - clock);
        clock = now;
    }
}
