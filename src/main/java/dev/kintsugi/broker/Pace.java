package dev.kintsugi.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How fast a planned sequence is sent; can be told to stop, also while it waits. */
public final class Pace {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Clock clock;

    private Pace(Clock clock) {
        this.clock = clock;
    }

    /** Each event at its planned arrival. */
    public static Pace realTime(Clock clock) {
        return new Pace(clock);
    }

    /** As fast as can be. */
    public static Pace unlimited() {
        return new Pace(null);
    }

    public void stop() {
        stopped.countDown();
    }

    /** Waits until it is time; answers whether to go on. */
    boolean reaches(Instant arrival) {
        Duration wait = clock == null ? Duration.ZERO : Duration.between(clock.instant(), arrival);
        try {
            return wait.isNegative() || wait.isZero()
                    ? stopped.getCount() > 0
                    : !stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
