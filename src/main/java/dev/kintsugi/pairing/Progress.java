package dev.kintsugi.pairing;

/**
 * How far the pairing of a partition has come.
 *
 * @param streamTime the highest event time seen
 * @param opened how many observations were ever opened, which numbers them
 */
public record Progress(long streamTime, long opened) {
    public static final Progress NONE = new Progress(Long.MIN_VALUE, 0);

    Progress at(long time) {
        return time > streamTime ? new Progress(time, opened) : this;
    }

    Progress oneOpened() {
        return new Progress(streamTime, opened + 1);
    }

    /** Without transactions, a kill may leave this older than the observations that wait. */
    Progress notBefore(Waiting waiting) {
        return new Progress(streamTime, Math.max(opened, waiting.nextNumber()));
    }
}
