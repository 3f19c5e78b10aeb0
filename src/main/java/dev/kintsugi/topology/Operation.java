package dev.kintsugi.topology;

import dev.kintsugi.telemetry.Meters;

/** What processors know of the process that they run in: where to count, and whether it is about to stop. */
record Operation(Meters meters, LastCall lastCall) {

    /** Of a stream that nobody watches. */
    static Operation unwatched() {
        return new Operation(Meters.unread(), new LastCall());
    }
}
