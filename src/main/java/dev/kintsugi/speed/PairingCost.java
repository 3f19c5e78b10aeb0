package dev.kintsugi.speed;

import dev.kintsugi.spec.TopologySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What pairing alone costs, beside the DSL's outer join of the same input, on the same broker and kind of store, with the same
 * commit interval.
 *
 * <p>Both are warm and wait, and go on run by run, one after the other: what slows the machine for some seconds slows both. Who
 * goes first changes, for either leaves something behind.
 */
public final class PairingCost {
    /** The topology whose input both read. */
    private static final String INPUT = "paired";

    private final BiFunction<Trial, Running, Entrant> start;
    private final int runs;
    private final int turns;

    /** One of the two, as long as a turn lasts. */
    interface Entrant extends AutoCloseable {
        void warmUp();

        /** Goes on for one run. */
        void run();

        List<Double> rates();

        /** Of all its runs. */
        Throughput.Figures figures();

        @Override
        void close();
    }

    /**
     * Both in JVMs that were new when it began.
     *
     * @param ratio how many times as many observations a second pairing makes in a run as the join does in the next
     */
    public record Turn(Throughput.Figures pairing, Throughput.Figures outerJoin, Spread ratio) {}

    /** @param ratio as in each turn, over the runs of all of them */
    public record Figures(List<Turn> turns, Spread ratio) {}

    /** @param start starts a stream, or the join, on a trial */
    PairingCost(BiFunction<Trial, Running, Entrant> start, int runs, int turns) {
        this.start = start;
        this.runs = runs;
        this.turns = turns;
    }

    /** Measures it on a broker, to which the input is sent before. */
    public static Figures on(Ground ground, Throughput.Runs runs, int turns, String bundle, Running how) {
        Trial input = Trial.named(INPUT, bundle);
        long each = runs.each() + Preload.READ_ON * LedEntrant.SECONDS_READ_ON;
        Preload.send(ground, ground.prepare(input), runs.warmUp() + runs.count() * each + Preload.READ_ON, runs.seed());
        Figures figures = new PairingCost(
                        (trial, one) -> LedEntrant.start(ground, trial, one, runs), runs.count(), turns)
                .measure(bundle, how);
        ground.clear(input);
        return figures;
    }

    Figures measure(String bundle, Running how) {
        // Whoever is first on a new broker pays for what that one's JVM compiles.
        turn(0, bundle, how, 1, new ArrayList<>());
        List<Turn> all = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int number = 1; number <= turns; number++) {
            all.add(turn(number, bundle, how, runs, ratios));
        }
        return new Figures(all, spread(ratios));
    }

    private Turn turn(int number, String bundle, Running how, int count, List<Double> ratios) {
        try (Entrant pairing = start("pairing", number, bundle, how.only("pair"));
                Entrant outerJoin = start("outer-join", number, bundle, how.only(Running.OUTER_JOIN))) {
            for (int run = 0; run < count; run++) {
                boolean first = (number + run) % 2 == 0;
                (first ? pairing : outerJoin).run();
                (first ? outerJoin : pairing).run();
            }
            List<Double> mine = ratios(pairing, outerJoin);
            ratios.addAll(mine);
            return new Turn(pairing.figures(), outerJoin.figures(), spread(mine));
        }
    }

    /** Warm, and waiting. */
    private Entrant start(String what, int number, String bundle, Running how) {
        Entrant entrant = start.apply(Trial.named(what + "-" + number, bundle).reading(INPUT), how);
        try {
            entrant.warmUp();
            return entrant;
        } catch (RuntimeException e) {
            entrant.close();
            throw e;
        }
    }

    private static List<Double> ratios(Entrant pairing, Entrant outerJoin) {
        List<Double> ratios = new ArrayList<>();
        for (int run = 0; run < pairing.rates().size(); run++) {
            ratios.add(pairing.rates().get(run) / outerJoin.rates().get(run));
        }
        return ratios;
    }

    private static Spread spread(List<Double> ratios) {
        return Spread.of(ratios.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** One that runs, on a broker. */
    private record LedEntrant(
            Ground ground, Trial trial, Running how, Throughput.Runs runs, Led stream, List<Stretch> done)
            implements Entrant {
        /** A run begins with the first commit after a pause, and ends with the first after it is long enough. */
        static final int SECONDS_READ_ON = 2;

        static LedEntrant start(Ground ground, Trial trial, Running how, Throughput.Runs runs) {
            TopologySpec topology = ground.prepare(trial);
            Led stream = Led.start(ground, trial, topology, how);
            return new LedEntrant(ground, trial, how, runs, stream, new ArrayList<>());
        }

        @Override
        public void warmUp() {
            stream.warmUp(runs.warmUp());
        }

        @Override
        public void run() {
            stream.resume();
            Led.Mark begun = stream.read(stream.observations() + 1);
            done.add(new Stretch(begun, stream.read(begun.observations() + runs.each())));
            stream.pause();
        }

        @Override
        public List<Double> rates() {
            return done.stream().map(Stretch::rate).toList();
        }

        @Override
        public Throughput.Figures figures() {
            return Throughput.Figures.of(trial, how, done);
        }

        @Override
        public void close() {
            stream.close();
            ground.clear(trial);
        }
    }
}
