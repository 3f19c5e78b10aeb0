package dev.kintsugi.demo;

/** Latencies to the millisecond, up to a minute; in bounded memory, however many there are. */
final class Latencies {
    private static final int MOST_MS = 60_000;

    private final long[] counts = new long[MOST_MS + 1];
    private long total;

    synchronized void add(long ms) {
        counts[(int) Math.max(0, Math.min(MOST_MS, ms))]++;
        total++;
    }

    /** The least latency that a share of all does not exceed, in milliseconds; 0 before the first. */
    synchronized long quantile(double share) {
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int ms = 0; ms <= MOST_MS; ms++) {
            seen += counts[ms];
            if (seen >= wanted && seen > 0) {
                return ms;
            }
        }
        return 0;
    }
}
