package dev.kintsugi.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingCostTest {
    private static final double[] MACHINE = {1_000, 100, 500};
    private static final double[] PAIRING_AS_FAST = {2, 1, 4};

    private final List<String> done = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private String failing = "none";

    @Test
    void bothAreWarmBeforeTheyTakeTurnsInWhichTheyChangePlaces() {
        cost(2, 1);

        assertThat(done)
                .containsSubsequence(
                        "pairing-1 is warm",
                        "outer-join-1 is warm",
                        "outer-join-1 runs",
                        "pairing-1 runs",
                        "pairing-1 runs",
                        "outer-join-1 runs",
                        "outer-join-1 ends",
                        "pairing-1 ends");
    }

    @Test
    void theRatioIsOfNeighboursSinceTheMachineChanges() {
        PairingCost.Figures figures = cost(3, 2);

        assertThat(figures.turns()).hasSize(2);
        assertThat(figures.turns()).allSatisfy(turn -> assertThat(turn.ratio()).isEqualTo(new Spread(2, 1, 4)));
        assertThat(figures.ratio()).isEqualTo(new Spread(2, 1, 4));
    }

    @Test
    void whatComesFirstOnANewBrokerDoesNotCount() {
        PairingCost.Figures figures = cost(1, 1);

        assertThat(done).contains("pairing-0 runs", "outer-join-0 runs");
        assertThat(figures.turns()).hasSize(1);
        assertThat(figures.ratio()).as("it would be 1").isEqualTo(new Spread(2, 2, 2));
    }

    @Test
    void bothReadTheSameInput() {
        cost(1, 1);

        assertThat(inputs).hasSize(4).containsOnly("paired");
    }

    @Test
    void nobodyRunsOnWhereOneFailsToWarmUp() {
        failing = "outer-join-1";

        assertThatThrownBy(() -> cost(1, 1)).isInstanceOf(Fault.class);
        assertThat(done).containsSubsequence("pairing-1 is warm", "outer-join-1 ends", "pairing-1 ends");
    }

    private PairingCost.Figures cost(int runs, int turns) {
        return new PairingCost(this::entrant, runs, turns).measure("none", Running.of(Running.EXACTLY_ONCE, 1));
    }

    private PairingCost.Entrant entrant(Trial trial, Running how) {
        inputs.add(trial.input());
        return new Made(trial, how);
    }

    /** On a machine that changes from each pair of runs to the next. */
    private final class Made implements PairingCost.Entrant {
        private final Trial trial;
        private final Running how;
        private final List<Double> rates = new ArrayList<>();

        Made(Trial trial, Running how) {
            this.trial = trial;
            this.how = how;
        }

        @Override
        public void warmUp() {
            if (trial.name().equals(failing)) {
                throw new Fault("it has ended");
            }
            done.add(trial.name() + " is warm");
        }

        @Override
        public void run() {
            done.add(trial.name() + " runs");
            int run = rates.size();
            double asFast = how.isOuterJoin() || trial.name().endsWith("-0") ? 1 : PAIRING_AS_FAST[run];
            rates.add(asFast * MACHINE[run]);
        }

        @Override
        public List<Double> rates() {
            return rates;
        }

        @Override
        public Throughput.Figures figures() {
            Spread spread = Spread.of(1);
            return new Throughput.Figures(2, 1, how.processing(), 1, "1ms", 1, 1, null, spread, spread, spread);
        }

        @Override
        public void close() {
            done.add(trial.name() + " ends");
        }
    }
}
