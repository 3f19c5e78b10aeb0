package dev.kintsugi.pairing;

/**
 * An observation that waits, by what orders the ends of waits.
 *
 * @param deadline in stream time
 * @param number as in {@link Pending}
 */
record Due(long deadline, long number, String key) {
    static Due of(String key, Pending pending) {
        return new Due(pending.deadline(), pending.number(), key);
    }

    int compareDeadline(Due other) {
        int order = Long.compare(deadline, other.deadline);
        return order == 0 ? compareArrival(other) : order;
    }

    int compareArrival(Due other) {
        return Long.compare(number, other.number);
    }
}
