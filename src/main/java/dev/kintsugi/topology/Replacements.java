package dev.kintsugi.topology;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often a thread that died may be replaced: a few times in a while, after pauses that double. An outage of seconds is
 * survived so; what fails again and again ends the stream. Threads that die together died of the same, however many
 * there are: that is one death.
 */
final class Replacements {
    private static final int MOST = 8;
    private static final Duration WHILE = Duration.ofMinutes(10);
    private static final Duration TOGETHER = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private final Deque<Long> deaths = new ArrayDeque<>();

    Replacements(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A thread has died: how long to wait before the next takes its place; nothing if none is to. */
    synchronized Optional<Duration> next() {
        long now = nanoTime.getAsLong();
        while (!deaths.isEmpty() && now - deaths.peek() > WHILE.toNanos()) {
            deaths.remove();
        }
        // From the one that counted: what dies every half second counts every second time, and not never.
        if (deaths.isEmpty() || now - deaths.getLast() > TOGETHER.toNanos()) {
            deaths.add(now);
        }
        if (deaths.size() > MOST) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << deaths.size() - 1);
        return Optional.of(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
