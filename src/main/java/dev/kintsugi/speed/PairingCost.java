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
        // Whoever is first on a new broker pays for what that one's JVM, and the reader's, compile: a tenth of the
        // time.
        pairing("first", bundle, how);
        List<Turn> turns = new ArrayList<>();
        for (int turn = 1; turn <= TURNS; turn++) {
            turns.add(new Turn(
                    pairing("pairing-" + turn, bundle, how),
                    throughput.of(Trial.named("outer-join-" + turn, bundle), how.only(Running.OUTER_JOIN))));
        }
        return new Figures(
                turns, Spread.of(turns.stream().mapToDouble(Turn::ratio).toArray()));
    }

    private Throughput.Figures pairing(String name, String bundle, Running how) {
        return throughput.of(Trial.named(name, bundle), how.only("pair"));
    }
}
