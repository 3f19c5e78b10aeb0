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

    private record Seen(int partition, long records, long nanoTime) {}

    /** Of a partition that is given a thousand records a second, and commits when about a second is over. */
    private static List<Seen> seen(int partition, Dice dice) {
        List<Seen> all = new ArrayList<>();
        double time = dice.between(0, 1);
        for (int commit = 0; commit < 20; commit++) {
            int records = 900 + dice.below(300);
            time += (double) records / A_SECOND;
            all.add(new Seen(partition, records, (long) (1e9 * time)));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRateDoesNotDependOnWhereItIsCut(long seed) {
        Dice dice = Dice.of(seed);
        List<Seen> all = new ArrayList<>(seen(0, dice));
        all.addAll(seen(1, dice));
        all.sort(Comparator.comparing(Seen::nanoTime));
        int from = 5 + dice.below(10);
        int to = from + 4 + dice.below(10);

        see(all.subList(0, from));
        Commits.Boundary begun = commits.last();
        see(all.subList(from, to));

        assertThat(commits.last().isAfter(begun)).isTrue();
        assertThat(begun.rate(commits.last())).isCloseTo(2 * A_SECOND, Offset.offset(.01));
    }

    private void see(List<Seen> all) {
        all.forEach(each -> commits.see(each.partition(), each.records(), each.nanoTime()));
    }

    @Test
    void aRunIsNotOverBeforeEachPartitionHasCommitted() {
        Commits.Boundary begun = commits.last();
        see(List.of(new Seen(0, 10, 1), new Seen(0, 10, 2)));
        assertThat(commits.last().isAfter(begun)).isFalse();

        see(List.of(new Seen(1, 10, 3)));

        assertThat(commits.last().isAfter(begun)).isTrue();
    }
}
