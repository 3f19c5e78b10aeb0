package dev.kintsugi.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingCostTest {
    private final List<String> uncounted = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();

    @Test
    void pairingAndJoinAreFirstInTurnAndWhatComesBeforeDoesNotCount() {
        PairingCost.Figures figures = cost(4);

        assertThat(uncounted).containsExactlyInAnyOrder("outer-join-0", "pairing-0");
        assertThat(counted)
                .containsExactly(
                        "pairing-1",
                        "outer-join-1",
                        "outer-join-2",
                        "pairing-2",
                        "pairing-3",
                        "outer-join-3",
                        "outer-join-4",
                        "pairing-4");
        assertThat(figures.turns()).hasSize(4);
    }

    @Test
    void theRatioIsOfPairingToJoinWhicheverIsFirst() {
        assertThat(cost(4).ratio()).isEqualTo(new Spread(2, 2, 2));
    }

    private PairingCost.Figures cost(int turns) {
        return new PairingCost(
                        (trial, how) -> measured(uncounted, trial, 1), // as slow as a new broker
                        (trial, how) -> measured(counted, trial, how.isOuterJoin() ? 100 : 200),
                        turns)
                .of("none", Running.of(Running.EXACTLY_ONCE, 1));
    }

    private static Throughput.Figures measured(List<String> done, Trial trial, double rate) {
        done.add(trial.name());
        Spread spread = Spread.of(rate);
        return new Throughput.Figures(2, 1, Running.EXACTLY_ONCE, 1, "1ms", 1, rate, null, spread, spread, spread, 0);
    }
}
