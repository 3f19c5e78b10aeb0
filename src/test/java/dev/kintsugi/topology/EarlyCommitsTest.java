package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyCommitsTest {
    private static final long NOW = 1_000_000;

    private final EarlyCommits commits = new EarlyCommits();

    @Test
    void asksAtOnceWhenSomethingFreshWasProcessed() {
        commits.read(NOW - 5, NOW);
        assertThat(commits.due(NOW + 10, false)).isTrue();
    }

    @Test
    void asksNotWhenNothingHappened() {
        assertThat(commits.due(NOW, false)).isFalse();
        commits.read(NOW, NOW);
        assertThat(commits.due(NOW, false)).isTrue();
        assertThat(commits.due(NOW + 1_000, false)).isFalse();
    }

    @Test
    void asksWhenABatchHasChangedState() {
        assertThat(commits.due(NOW, true)).isTrue();
    }

    @Test
    void asksATenthOfASecondLaterAgain() {
        commits.read(NOW, NOW);
        assertThat(commits.due(NOW, false)).isTrue();
        commits.read(NOW + 10, NOW + 10);
        assertThat(commits.due(NOW + 99, false)).isFalse();
        assertThat(commits.due(NOW + 100, false)).isTrue();
    }

    @Test
    void asksNotInABacklog() {
        for (long now = NOW; now < NOW + 1_000; now += 10) {
            commits.read(now - 60_000, now);
            assertThat(commits.due(now, true)).isFalse();
        }
    }

    @Test
    void asksWhenTheBacklogIsRead() {
        commits.read(NOW - 60_000, NOW);
        assertThat(commits.due(NOW + 49, false)).isFalse();
        assertThat(commits.due(NOW + 50, false)).isTrue();
    }

    @Test
    void asksAlthoughAProducersClockIsBehindWhereverNothingIsReadForAMoment() {
        commits.read(NOW - 3_600_000, NOW);
        commits.read(NOW - 3_600_000, NOW + 20);
        assertThat(commits.due(NOW + 60, true)).isFalse();
        assertThat(commits.due(NOW + 70, true)).isTrue();
    }

    @Test
    void asksAlthoughTheWallClockWasSetBack() {
        commits.read(NOW, NOW);
        assertThat(commits.due(NOW, false)).isTrue();
        commits.read(NOW - 60_000, NOW - 60_000);
        assertThat(commits.due(NOW - 60_000, false)).isTrue();
    }
}
