package dev.kintsugi.speed;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A topic as it becomes readable, by commits: each shows at once what a partition was given since the one before. From one
 * commit to another, what was made and the time it took belong together; cut anywhere between them, either could miss a
 * commit's worth, and that is a second's. Threads commit by clocks of their own, so each partition is counted between its own
 * commits.
 */
final class Commits {
    private final List<Partition> partitions;

    Commits(int partitions) {
        this.partitions = Stream.generate(Partition::new).limit(partitions).toList();
    }

    /** A commit has made so many records readable. */
    void see(int partition, long records, long nanoTime) {
        partitions.get(partition).see(records, nanoTime);
    }

    /** The last commit of each partition. */
    Boundary last() {
        return new Boundary(partitions.stream().map(partition -> partition.last).toList());
    }

    /**
     * One commit of each partition.
     *
     * @param commits by partition
     */
    record Boundary(List<Commit> commits) {

        /** Whether each partition has committed in between. */
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
     * @param nanoTime when it was seen
     */
    private record Commit(long records, long nanoTime) {
        boolean isAfter(Commit earlier) {
            return records > earlier.records;
        }

        double rate(Commit later) {
            return 1e9 * (later.records - records) / (later.nanoTime - nanoTime);
        }
    }

    private static final class Partition {
        private Commit last = new Commit(0, 0);

        void see(long records, long nanoTime) {
            last = new Commit(last.records + records, nanoTime);
        }
    }
}
