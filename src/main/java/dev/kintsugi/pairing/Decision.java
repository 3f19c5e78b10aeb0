package dev.kintsugi.pairing;

/** Where an event belongs. */
sealed interface Decision {

    /** It has been there. */
    record Duplicate(String observationId) implements Decision {}

    /** To one that waits. */
    record Join(Pending pending) implements Decision {}

    /** To one that no longer does. */
    record Hindsight(Remembered observation) implements Decision {}

    /** To none that is known. */
    record Open() implements Decision {}
}
