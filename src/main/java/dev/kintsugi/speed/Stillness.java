package dev.kintsugi.speed;

import dev.kintsugi.Fault;
import java.time.Duration;

/** How long nothing has become readable, which ends the benchmark if it is too long. */
final class Stillness {
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private long moved = System.nanoTime();

    /** @param moves whether something has become readable since the last look */
    void look(boolean moves, long now) {
        if (moves) {
            moved = now;
        } else if (now - moved > PATIENCE_NANOS) {
            throw new Fault("nothing has become readable for two minutes; see the stream's log, or, if it has read all"
                    + " of its input, use fewer --runs");
        }
    }
}
