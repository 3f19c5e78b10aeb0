package dev.kintsugi.speed;

import java.util.ArrayList;
import java.util.List;

/**
 * What pairing alone costs, beside the DSL's outer join of the same input, on the same broker and kind of store, with the same
 * commit interval.
 */
public final class PairingCost {
    private static final int TURNS = 3;

    private final Throughput throughput;

    /** One after the other, so that the machine is as fast for both as it ever is. */
    public record Turn(Throughput.Figures pairing, Throughput.Figures outerJoin) {
        double ratio() {
            return pairing.overall() / outerJoin.overall();
        }
    }

    /** @param ratio how many times as many observations a second pairing makes as the join does, in each turn */
    public record Figures(List<Turn> turns, Spread ratio) {}

    public PairingCost(Ground ground, Throughput.Runs runs) {
        this.throughput = new Throughput(ground, runs);
    }

    public Figures of(String bundle, Running how) {
        // Not counted: whoever is first on a new broker pays for what that one's JVM, and the reader's, compile.
        turn(0, bundle, how);
        List<Turn> turns = new ArrayList<>();
        for (int number = 1; number <= TURNS; number++) {
            turns.add(turn(number, bundle, how));
        }
        return new Figures(
                turns, Spread.of(turns.stream().mapToDouble(Turn::ratio).toArray()));
    }

    private Turn turn(int number, String bundle, Running how) {
        return new Turn(
                throughput.of(Trial.named("pairing-" + number, bundle), how.only("pair")),
                throughput.of(Trial.named("outer-join-" + number, bundle), how.only(Running.OUTER_JOIN)));
    }
}
