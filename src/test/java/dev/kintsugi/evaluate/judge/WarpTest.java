package dev.kintsugi.evaluate.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarpTest {
    private static final float[] VALUES = {
        1, 2, 3,
        4, 5, 6
    };

    private static float[] warped(Warp warp) {
        float[] warped = new float[6];
        warp.apply(VALUES, 2, 3, warped, 0);
        return warped;
    }

    @Test
    void noWarpChangesNothing() {
        assertThat(warped(new Warp(1, 0, 0, 1, 0, 0))).containsExactly(VALUES);
    }

    @Test
    void movesAndFillsUpWithNothing() {
        assertThat(warped(new Warp(1, 0, 0, 1, 1, 0))).containsExactly(2, 3, 0, 5, 6, 0);
    }

    @Test
    void interpolatesBetweenNeighbours() {
        assertThat(warped(new Warp(1, 0, 0, 1, -.5, 0))).containsExactly(.5f, 1.5f, 2.5f, 2, 4.5f, 5.5f);
    }

    @Test
    void turnsAboutTheMiddle() {
        assertThat(warped(new Warp(-1, 0, 0, -1, 0, 0))).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void slants() {
        // The upper row comes from half a step further right, the lower one from half a step further left.
        assertThat(warped(new Warp(1, -1, 0, 1, 0, 0))).containsExactly(1.5f, 2.5f, 1.5f, 2, 4.5f, 5.5f);
    }
}
