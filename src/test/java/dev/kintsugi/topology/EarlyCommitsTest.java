package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyCommitsTest {
    private static final long NOW = 1_000_000;

    private final EarlyCommits commits = new EarlyCommits();

    @Test
    void asksAtOnceWhenSomethingFreshWasProcessed() {
        commits.read(NOW - 5, NOW);
        assertThat(commits.due(NOW + 10, false, false, 0)).isTrue();
    }

    @Test
    void asksNotWhenNothingHappened() {
        assertThat(commits.due(NOW, false, false, 0)).isFalse();
        commits.read(NOW, NOW);
        assertThat(commits.due(NOW, false, false, 0)).isTrue();
        assertThat(commits.due(NOW + 1_000, false, false, 0)).isFalse();
    }

    @Test
    void asksWhenABatchHasChangedState() {
        assertThat(commits.due(NOW, true, false, 0)).isTrue();
    }

    @Test
    void asksATenthOfASecondLaterAgain() {
        commits.read(NOW, NOW);
        assertThat(commits.due(NOW, false, false, 0)).isTrue();
        commits.read(NOW + 10, NOW + 10);
        assertThat(commits.due(NOW + 99, false, false, 0)).isFalse();
        assertThat(commits.due(NOW + 100, false, false, 0)).isTrue();
    }

    @Test
    void asksATenthOfASecondAfterACommitThatAnotherAskedFor() {
        assertThat(commits.due(NOW, false, false, 1)).isFalse();
        commits.read(NOW + 5, NOW + 5);
        assertThat(commits.due(NOW + 10, true, false, 1)).isFalse();
        assertThat(commits.due(NOW + 60, true, false, 2)).isFalse();
        assertThat(commits.due(NOW + 159, true, false, 2)).isFalse();
        assertThat(commits.due(NOW + 160, true, false, 2)).isTrue();
    }

    @Test
    void waitsAMomentLongerForWhatTheModelIsAbout() {
        commits.read(NOW, NOW);
        assertThat(commits.due(NOW, true, false, 0)).isTrue();
        commits.read(NOW + 50, NOW + 50);
        assertThat(commits.due(NOW + 149, true, true, 0)).isFalse();
        assertThat(commits.due(NOW + 150, true, true, 0)).isTrue();
    }

    @Test
    void asksNotInABacklog() {
        for (long now = NOW; now < NOW + 1_000; now += 10) {
            commits.read(now - 60_000, now);
            assertThat(commits.due(now, true, false, 0)).isFalse();
        }
    }

    @Test
    void asksWhenTheBacklogIsRead() {
        commits.read(NOW - 60_000, NOW);
        assertThat(commits.due(NOW + 49, false, false, 0)).isFalse();
        assertThat(commits.due(NOW + 50, false, false, 0)).isTrue();
    }

    @Test
    void asksAlthoughAProducersClockIsBehindWhereverNothingIsReadForAMoment() {
        commits.read(NOW - 3_600_000, NOW);
        commits.read(NOW - 3_600_000, NOW + 20);
        assertThat(commits.due(NOW + 60, true, false, 0)).isFalse();
        assertThat(commits.due(NOW + 70, true, false, 0)).isTrue();
    }

    @Test
    void asksAlthoughTheWallClockWasSetBack() {
        commits.read(NOW, NOW);
        assertThat(commits.due(NOW, false, false, 0)).isTrue();
        commits.read(NOW - 60_000, NOW - 60_000);
        assertThat(commits.due(NOW - 60_000, false, false, 0)).isTrue();
    }
}
