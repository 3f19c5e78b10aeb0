package dev.kintsugi.speed;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Whether processes have nothing to do any more: their work is done, and what it set going, such as a JVM's compiler. */
final class Calm {
    private static final double LOOK_SECONDS = 1;

    /** Where it never comes, what waiting costs is more than is taken for calm. */
    private static final double MOST_SECONDS = 40;

    /** Of a processor: what waiting costs. */
    private static final double SHARE = .25;

    private final DoubleSupplier cpuSeconds;
    private final LongSupplier nanoTime;
    private final long begun;
    private double lastUsed;
    private long lastLook;

    /** @param cpuSeconds that the processes have used */
    Calm(DoubleSupplier cpuSeconds, LongSupplier nanoTime) {
        this.cpuSeconds = cpuSeconds;
        this.nanoTime = nanoTime;
        lastUsed = cpuSeconds.getAsDouble();
        lastLook = nanoTime.getAsLong();
        begun = lastLook;
    }

    /** Asked again and again, says so once they have used little for a second, or the wait has been long. */
    boolean hasCome() {
        double seconds = (nanoTime.getAsLong() - lastLook) / 1e9;
        if (seconds < LOOK_SECONDS) {
            return false;
        }
        double used = cpuSeconds.getAsDouble() - lastUsed;
        lastUsed += used;
        lastLook = nanoTime.getAsLong();
        return used < SHARE * seconds || lastLook - begun > MOST_SECONDS * 1e9;
    }
}
