package dev.kintsugi.topology;

import dev.kintsugi.telemetry.Meters;
import java.util.function.LongSupplier;

/**
 * What processors know of the process that they run in: where to count, and whether it is about to stop.
 *
 * @param nanoTime how time passes within a call, where Kafka Streams' clock stands still
 */
record Operation(Meters meters, LastCall lastCall, LongSupplier nanoTime) {

    static Operation of(Meters meters) {
        return new Operation(meters, new LastCall(), System::nanoTime);
    }

    /** Of a stream that nobody watches. */
    static Operation unwatched() {
        return of(Meters.unread());
    }
}
