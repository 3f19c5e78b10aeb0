package dev.kintsugi.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.dice.Dice;
import dev.kintsugi.evaluate.metrics.Calibration.Bin;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    private final double[] confidences = {1, .75, .25, .875};
    private final boolean[] right = {true, false, false, true};

    @Test
    void binsByConfidence() {
        Calibration calibration = Calibration.equalWidth(confidences, right, 2);

        assertThat(calibration.bins()).containsExactly(new Bin(1, .25, 0), new Bin(3, .875, 2 / 3.));
        assertThat(calibration.expectedError()).isCloseTo(.25 * .25 + .75 * (.875 - 2 / 3.), within(1e-12));
    }

    @Test
    void binsByRank() {
        Calibration calibration = Calibration.equalMass(confidences, right, 2);

        assertThat(calibration.bins()).containsExactly(new Bin(2, .5, 0), new Bin(2, .9375, 1));
        assertThat(calibration.expectedError()).isCloseTo(.5 * .5 + .5 * .0625, within(1e-12));
    }

    @Test
    void leavesEmptyBinsOut() {
        assertThat(Calibration.equalMass(confidences, right, 10).bins()).hasSize(4);
        assertThat(Calibration.equalWidth(confidences, right, 10).bins()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsNextToNoErrorWhereConfidencesKeepTheirPromise(long seed) {
        Dice dice = Dice.of(seed);
        double[] said =
                IntStream.range(0, 20_000).mapToDouble(i -> dice.between(0, 1)).toArray();
        boolean[] kept = new boolean[said.length];
        for (int i = 0; i < said.length; i++) {
            kept[i] = dice.chance(said[i]);
        }

        assertThat(Calibration.equalWidth(said, kept, 15).expectedError()).isLessThan(.02);
        assertThat(Calibration.equalMass(said, kept, 15).expectedError()).isLessThan(.02);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsHowFarConfidencesOverstate(long seed) {
        Dice dice = Dice.of(seed);
        double[] said = new double[20_000];
        boolean[] kept = new boolean[said.length];
        for (int i = 0; i < said.length; i++) {
            double truth = dice.between(0, .8);
            said[i] = truth + .2;
            kept[i] = dice.chance(truth);
        }

        assertThat(Calibration.equalWidth(said, kept, 15).expectedError()).isCloseTo(.2, within(.02));
    }
}
