package dev.kintsugi.pairing;

/**
 * How far the pairing of a partition has come.
 *
 * @param streamTime the highest event time seen
 * @param opened how many observations were ever opened, which numbers them
 * @param pending how many of them still wait
 */
public record Progress(long streamTime, long opened, int pending) {
    public static final Progress NONE = new Progress(Long.MIN_VALUE, 0, 0);

    Progress at(long time) {
        return time > streamTime ? new Progress(time, opened, pending) : this;
    }

    Progress oneOpened() {
        return new Progress(streamTime, opened + 1, pending);
    }

    Progress oneMoreWaits() {
        return new Progress(streamTime, opened, pending + 1);
    }

    Progress oneLessWaits() {
        return new Progress(streamTime, opened, pending - 1);
    }
}
