package dev.kintsugi.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C or SIGTERM while a command works: asks the work to stop, and lets it finish in order before the JVM goes.
 *
 * <p>The JVM ends when its shutdown hooks have; so the hook waits until the command has closed this. Open it before what
 * is to be closed in order.
 */
final class Interruption implements AutoCloseable {
    private final CompletableFuture<Runnable> stop = new CompletableFuture<>();
    private final CountDownLatch finished = new CountDownLatch(1);

    Interruption() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "interruption"));
    }

    /** What ends the work; may be called from another thread, and more than once. */
    void calls(Runnable end) {
        stop.complete(end);
    }

    private void stopAndWait() {
        stop.join().run();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop.complete(() -> {});
        finished.countDown();
    }
}
