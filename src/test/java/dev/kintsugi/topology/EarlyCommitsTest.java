package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyCommitsTest {
    private static final long NOW = 1_000_000;
    private static final long MINUTE = 60_000;

    private final EarlyCommits commits = new EarlyCommits();

    private boolean due(long now, boolean changed) {
        return commits.due(now, changed, false, 0);
    }

    @Test
    void asksAtOnceWhenSomethingFreshWasProcessed() {
        commits.read(NOW - 5);
        assertThat(due(NOW + 10, false)).isTrue();
    }

    @Test
    void asksNotWhenNothingHappened() {
        assertThat(due(NOW, false)).isFalse();
        commits.read(NOW);
        assertThat(due(NOW, false)).isTrue();
        assertThat(due(NOW + 1_000, false)).isFalse();
    }

    @Test
    void asksWhenABatchHasChangedState() {
        assertThat(due(NOW, true)).isTrue();
    }

    @Test
    void asksATenthOfASecondLaterAgain() {
        commits.read(NOW);
        assertThat(due(NOW, false)).isTrue();
        commits.read(NOW + 10);
        assertThat(due(NOW + 99, false)).isFalse();
        assertThat(due(NOW + 100, false)).isTrue();
    }

    @Test
    void asksATenthOfASecondAfterACommitThatAnotherAskedFor() {
        assertThat(commits.due(NOW, false, false, 1)).isFalse();
        commits.read(NOW + 5);
        assertThat(commits.due(NOW + 10, true, false, 1)).isFalse();
        assertThat(commits.due(NOW + 60, true, false, 2)).isFalse();
        assertThat(commits.due(NOW + 159, true, false, 2)).isFalse();
        assertThat(commits.due(NOW + 160, true, false, 2)).isTrue();
    }

    @Test
    void asksNotForWhatAnotherTasksCommitHasDone() {
        commits.read(NOW);
        assertThat(commits.due(NOW + 5, false, false, 0)).isTrue();
        commits.read(NOW + 6);
        assertThat(commits.due(NOW + 10, false, false, 0)).isFalse();
        assertThat(commits.due(NOW + 20, false, false, 1)).isFalse();
        assertThat(commits.due(NOW + 500, false, false, 1)).isFalse();
    }

    @Test
    void waitsAMomentLongerForWhatTheModelIsAbout() {
        commits.read(NOW);
        assertThat(commits.due(NOW, true, false, 0)).isTrue();
        commits.read(NOW + 50);
        assertThat(commits.due(NOW + 149, true, true, 0)).isFalse();
        assertThat(commits.due(NOW + 150, true, true, 0)).isTrue();
    }

    @Test
    void asksNotInABacklog() {
        for (long now = NOW; now < NOW + 1_000; now += 10) {
            commits.read(now - MINUTE);
            assertThat(due(now, true)).isFalse();
        }
    }

    @Test
    void takesTheModelsTimeForNoSilence() {
        for (long now = NOW; now < NOW + 2_000; now += 80) {
            commits.read(now - MINUTE);
            assertThat(due(now + 75, true)).isFalse();
        }
    }

    @Test
    void asksWhenTheBacklogIsRead() {
        commits.read(NOW - MINUTE);
        assertThat(due(NOW, false)).isFalse();
        assertThat(due(NOW + 49, false)).isFalse();
        assertThat(due(NOW + 50, false)).isTrue();
    }

    @Test
    void asksAlthoughAProducersClockIsBehindWhereverNothingIsReadForAMoment() {
        commits.read(NOW - 60 * MINUTE);
        assertThat(due(NOW + 20, true)).isFalse();
        assertThat(due(NOW + 60, true)).isFalse();
        assertThat(due(NOW + 70, true)).isTrue();
    }

    @Test
    void asksAlthoughTheWallClockWasSetBack() {
        commits.read(NOW);
        assertThat(due(NOW, false)).isTrue();
        commits.read(NOW - MINUTE);
        assertThat(due(NOW - MINUTE, false)).isTrue();
    }
}
