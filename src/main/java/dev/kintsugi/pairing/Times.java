package dev.kintsugi.pairing;

/** Reckoning with times in milliseconds, which senders may set to anything. */
final class Times {
    private Times() {}

    static long apart(long one, long other) {
        long difference = one - other;
        boolean overflown = ((one ^ other) & (one ^ difference)) < 0;
        return overflown || difference == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(difference);
    }

    static long plus(long time, long duration) {
        return time > Long.MAX_VALUE - duration ? Long.MAX_VALUE : time + duration;
    }
}
