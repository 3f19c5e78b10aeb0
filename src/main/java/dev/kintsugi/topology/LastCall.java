package dev.kintsugi.topology;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.TaskId;

/**
 * The word that the stream is about to stop. From then on what is ready is done at once rather than gathered, so that
 * nothing of it waits when Kafka Streams commits for the last time.
 */
final class LastCall {
    private final Set<TaskId> busy = new HashSet<>();
    private volatile boolean given;

    boolean given() {
        return given;
    }

    /** That task may have something waiting. */
    synchronized void expect(TaskId task) {
        busy.add(task);
    }

    /** That task has heard the call and has nothing left, or is no longer here. */
    synchronized void done(TaskId task) {
        busy.remove(task);
        notifyAll();
    }

    /** Gives the word, and waits until every task has done what it had; false if time is up before. */
    synchronized boolean give(Duration most) throws InterruptedException {
        given = true;
        long end = System.nanoTime() + most.toNanos();
        while (!busy.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
