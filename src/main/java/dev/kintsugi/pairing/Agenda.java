package dev.kintsugi.pairing;

/** The orders in which observations come up, so that nobody has to look through all of them. */
public enum Agenda {
    /** Waiting observations, by deadline in stream time. */
    DEADLINES,
    /** Waiting observations, by number, which is the order in which their patience ends. */
    ARRIVALS,
    /** Remembered observations, by the stream time at which they closed. */
    CLOSINGS
}
