package dev.kintsugi.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What pairing alone costs, beside the DSL's outer join of the same input, on the same broker and kind of store, with the same
 * commit interval.
 */
public final class PairingCost {
    private final Measurement uncounted;
    private final Measurement counted;
    private final int turns;

    /** One right after the other, so that the machine is as fast for both as it ever is. */
    public record Turn(Throughput.Figures pairing, Throughput.Figures outerJoin) {
        double ratio() {
            return pairing.overall() / outerJoin.overall();
        }
    }

    /** @param ratio how many times as many observations a second pairing makes as the join does, in each turn */
    public record Figures(List<Turn> turns, Spread ratio) {}

    /** Of one of the two. */
    interface Measurement extends BiFunction<Trial, Running, Throughput.Figures> {}

    /** @param turns of an even number, each of the two is first as often as the other */
    public PairingCost(Ground ground, Throughput.Runs runs, int turns) {
        this(new Throughput(ground, runs), turns);
    }

    private PairingCost(Throughput throughput, int turns) {
        this(throughput.once()::of, throughput::of, turns);
    }

    /** @param uncounted for the turn that is not counted */
    PairingCost(Measurement uncounted, Measurement counted, int turns) {
        this.uncounted = uncounted;
        this.counted = counted;
        this.turns = turns;
    }

    public Figures of(String bundle, Running how) {
        // Whoever is first on a new broker pays for what that one's JVM, and the reader's, compile.
        turn(0, bundle, how, uncounted);
        List<Turn> all = new ArrayList<>();
        for (int number = 1; number <= turns; number++) {
            all.add(turn(number, bundle, how, counted));
        }
        return new Figures(all, Spread.of(all.stream().mapToDouble(Turn::ratio).toArray()));
    }

    /** What the first leaves behind may slow the second down, so they change places from turn to turn. */
    private static Turn turn(int number, String bundle, Running how, Measurement measurement) {
        if (number % 2 == 0) {
            Throughput.Figures outerJoin = outerJoin(number, bundle, how, measurement);
            return new Turn(pairing(number, bundle, how, measurement), outerJoin);
        }
        Throughput.Figures pairing = pairing(number, bundle, how, measurement);
        return new Turn(pairing, outerJoin(number, bundle, how, measurement));
    }

    private static Throughput.Figures pairing(int number, String bundle, Running how, Measurement measurement) {
        return measurement.apply(Trial.named("pairing-" + number, bundle), how.only("pair"));
    }

    private static Throughput.Figures outerJoin(int number, String bundle, Running how, Measurement measurement) {
        return measurement.apply(Trial.named("outer-join-" + number, bundle), how.only(Running.OUTER_JOIN));
    }
}
