package dev.kintsugi.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.dice.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitsTest {
    private static final int A_SECOND = 1_000;

    private final Commits commits = new Commits(2);

    private record Read(int partition, long offset, long nanoTime) {}

    /** Of a partition that is given a thousand records a second, and commits when about a second is over. */
    private static List<Read> reads(int partition, Dice dice) {
        List<Read> reads = new ArrayList<>();
        long offset = 0;
        double time = dice.between(0, 1);
        for (int commit = 0; commit < 20; commit++) {
            int records = 900 + dice.below(300);
            time += (double) records / A_SECOND;
            for (int i = 0; i < records; i++) {
                // Ten in a millisecond can be read.
                reads.add(new Read(partition, offset++, (long) (1e9 * time) + i * 100_000L));
            }
            offset++;
        }
        return reads;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRateDoesNotDependOnWhereReadingWasHeldUp(long seed) {
        Dice dice = Dice.of(seed);
        List<Read> reads = new ArrayList<>(reads(0, dice));
        reads.addAll(reads(1, dice));
        reads.sort(Comparator.comparing(Read::nanoTime));
        int from = 5_000 + dice.below(10_000);
        int to = from + 4_000 + dice.below(10_000);

        see(reads.subList(0, from));
        Commits.Boundary begun = commits.last();
        see(reads.subList(from, to));

        assertThat(commits.last().isAfter(begun)).isTrue();
        assertThat(begun.rate(commits.last())).isCloseTo(2 * A_SECOND, Offset.offset(.01));
    }

    private void see(List<Read> reads) {
        reads.forEach(read -> commits.see(read.partition(), read.offset(), read.nanoTime()));
    }

    @Test
    void aCommitIsOverWhenTheNextOneLeavesOutAnOffset() {
        Commits one = new Commits(1);
        Commits.Boundary begun = one.last();
        one.see(0, 7, 10);
        one.see(0, 8, 500);
        assertThat(one.last().isAfter(begun)).isFalse();

        one.see(0, 10, 1_000);

        assertThat(one.last().isAfter(begun)).isTrue();
    }

    @Test
    void aRunDoesNotEndWithACommitThatWasReadTogetherWithTheOneItBeganWith() {
        Commits one = new Commits(1);
        one.see(0, 0, 10);
        one.see(0, 2, 1_000);
        Commits.Boundary begun = one.last();
        one.see(0, 4, 1_000);
        one.see(0, 6, 1_000);
        Commits.Boundary second = one.last();
        assertThat(second.isAfter(begun)).isTrue();

        one.see(0, 8, 1_000);
        assertThat(one.last().isAfter(second)).isFalse();

        one.see(0, 10, 2_000);
        one.see(0, 12, 3_000);
        assertThat(one.last().isAfter(second)).isTrue();
    }

    @Test
    void aRunIsNotOverBeforeEachPartitionHasCommitted() {
        Commits.Boundary begun = commits.last();
        see(List.of(new Read(0, 0, 1), new Read(0, 2, 2), new Read(1, 0, 3)));
        assertThat(commits.last().isAfter(begun)).isFalse();

        see(List.of(new Read(1, 2, 4)));

        assertThat(commits.last().isAfter(begun)).isTrue();
    }
}
