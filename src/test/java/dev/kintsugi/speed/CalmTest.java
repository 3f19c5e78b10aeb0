package dev.kintsugi.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CalmTest {
    private double used;
    private long now;
    private final Calm calm = new Calm(() -> used, () -> now);

    private void pass(double seconds, double cpuSeconds) {
        now += (long) (seconds * 1e9);
        used += cpuSeconds;
    }

    @Test
    void hasComeWhenLittleWasUsedForASecond() {
        pass(1, .1);
        assertThat(calm.hasCome()).isTrue();
    }

    @Test
    void hasNotComeWhileACompilerIsBusy() {
        pass(1, .6);
        assertThat(calm.hasCome()).isFalse();
        pass(1, .1);
        assertThat(calm.hasCome()).isTrue();
    }

    @Test
    void aMomentTellsNothing() {
        pass(.2, 0);
        assertThat(calm.hasCome()).isFalse();
        pass(.3, 1.5);
        assertThat(calm.hasCome()).isFalse();
        pass(.5, 0);
        assertThat(calm.hasCome()).isFalse();
    }
}
