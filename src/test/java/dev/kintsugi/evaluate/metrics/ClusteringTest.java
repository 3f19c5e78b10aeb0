package dev.kintsugi.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.dice.Dice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusteringTest {
    private final Clustering mixed = new Clustering(new int[] {0, 0, 0, 1, 1, 1}, new int[] {1, 1, 0, 0, 0, 0});

    @Test
    void countsItemsWhoseClusterIsMatchedWithTheirLabel() {
        assertThat(mixed.accuracy()).isCloseTo(5 / 6., within(1e-12));
    }

    @Test
    void matchesALabelWithOneClusterOnly() {
        Clustering split = new Clustering(new int[] {0, 0, 0, 0}, new int[] {0, 0, 1, 1});

        assertThat(split.accuracy()).isEqualTo(.5);
        assertThat(split.purity()).isEqualTo(1);
    }

    @Test
    void normalisesMutualInformationByTheMeanEntropy() {
        // Cluster 1 holds two of label 0; cluster 0 one of label 0 and three of label 1.
        double information = 2 / 6. * Math.log(2) + 1 / 6. * Math.log(.5) + 3 / 6. * Math.log(1.5);
        double ofTruth = Math.log(2);
        double ofFound = -(2 / 6. * Math.log(2 / 6.) + 4 / 6. * Math.log(4 / 6.));

        assertThat(mixed.nmi()).isCloseTo(2 * information / (ofTruth + ofFound), within(1e-9));
    }

    @Test
    void adjustsTheRandIndexForChance() {
        // Pairs: together in both 1 + 0 + 3 = 4; by label 6; by cluster 7; of 15.
        assertThat(mixed.ari()).isCloseTo((4 - 6 * 7 / 15.) / (6.5 - 6 * 7 / 15.), within(1e-9));
    }

    @Test
    void agreesWhenAllIsOne() {
        Clustering one = new Clustering(new int[] {0, 0, 0}, new int[] {2, 2, 2});

        assertThat(one.nmi()).isEqualTo(1);
        assertThat(one.ari()).isEqualTo(1);
        assertThat(one.accuracy()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesNotMindHowClustersAreNumbered(long seed) {
        int[] truth = items(seed, 4);
        int[] found = items(seed + 100, 5);
        Clustering one = new Clustering(truth, found);
        Clustering other = new Clustering(
                truth, Arrays.stream(found).map(cluster -> 4 - cluster).toArray());

        assertThat(other.accuracy()).isEqualTo(one.accuracy());
        assertThat(other.nmi()).isCloseTo(one.nmi(), within(1e-12));
        assertThat(other.ari()).isCloseTo(one.ari(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsNextToNothingInChance(long seed) {
        Clustering chance = new Clustering(items(seed, 4), items(seed + 100, 4));

        assertThat(chance.ari()).isCloseTo(0, within(.02));
        assertThat(chance.nmi()).isBetween(0., .02);
    }

    private static int[] items(long seed, int kinds) {
        int[] items = new int[2_000];
        Dice dice = Dice.of(seed);
        Arrays.setAll(items, i -> dice.below(kinds));
        return items;
    }
}
