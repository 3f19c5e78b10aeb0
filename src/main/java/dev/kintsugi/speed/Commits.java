package dev.kintsugi.speed;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A topic as it becomes readable, by commits: each shows at once what a partition was given since the one before. From one
 * commit to another, what was made and the time it took belong together; cut anywhere between them, either could miss a
 * commit's worth, and that is a second's.
 *
 * <p>Threads commit by clocks of their own, so each partition is counted between its own commits. The end of a transaction
 * takes an offset that readers never see, so the next commit is told by the offset that is left out before it; of a stream
 * without transactions no commit ever ends here.
 */
final class Commits {
    private final List<Partition> partitions;

    Commits(int partitions) {
        this.partitions = Stream.generate(Partition::new).limit(partitions).toList();
    }

    /** A record has become readable. */
    void see(int partition, long offset, long nanoTime) {
        partitions.get(partition).see(offset, nanoTime);
    }

    /** The last commits that have been read to their ends. */
    Boundary last() {
        return new Boundary(partitions.stream().map(partition -> partition.last).toList());
    }

    /**
     * One commit of each partition.
     *
     * @param commits by partition
     */
    record Boundary(List<Commit> commits) {

        /** Whether each partition has committed in between, and was not read together with its commit before. */
        boolean isAfter(Boundary earlier) {
            return partitions().allMatch(each -> commits.get(each).isAfter(earlier.commits.get(each)));
        }

        /** Records a second from this one to a later one. */
        double rate(Boundary later) {
            return partitions()
                    .mapToDouble(each -> commits.get(each).rate(later.commits.get(each)))
                    .sum();
        }

        private IntStream partitions() {
            return IntStream.range(0, commits.size());
        }
    }

    /**
     * One of one partition.
     *
     * @param records so far, its own among them
     * @param nanoTime when the first of its own was read, which says best when it was made
     */
    private record Commit(long records, long nanoTime) {
        static final Commit NONE = new Commit(0, 0);

        boolean isAfter(Commit earlier) {
            return records > earlier.records && (earlier.equals(NONE) || nanoTime > earlier.nanoTime);
        }

        double rate(Commit later) {
            return 1e9 * (later.records - records) / (later.nanoTime - nanoTime);
        }
    }

    private static final class Partition {
        private Commit last = Commit.NONE;
        private long records;
        private long next;
        private long began;

        void see(long offset, long nanoTime) {
            if (records == 0) {
                began = nanoTime;
            } else if (offset != next) {
                last = new Commit(records, began);
                began = nanoTime;
            }
            records++;
            next = offset + 1;
        }
    }
}
