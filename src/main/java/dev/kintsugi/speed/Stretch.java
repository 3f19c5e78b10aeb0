package dev.kintsugi.speed;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A run: what a stream did from one mark to another, with no pause in between. */
record Stretch(Led.Mark from, Led.Mark to) {

    /** Observations a second. */
    double rate() {
        return from.commits().rate(to.commits());
    }

    /** Seconds of the stream's processor for each thousand observations. */
    double streamCpu() {
        return each(to.stream() - from.stream());
    }

    double brokerCpu() {
        return each(to.broker() - from.broker());
    }

    /** What was used in a second by what was made in one: what is used is not told by commits. */
    private double each(double used) {
        double seconds = (to.nanoTime() - from.nanoTime()) / 1e9;
        return 1_000 * used / seconds / rate();
    }

    /** Observations a second, over several that are about as long. */
    static double rate(List<Stretch> all) {
        return all.size() / all.stream().mapToDouble(each -> 1 / each.rate()).sum();
    }

    /** Records of hindsight for each observation. */
    static double lateShare(List<Stretch> all) {
        double late = 0;
        double observations = 0;
        for (Stretch each : all) {
            late += each.to.late() - each.from.late();
            observations += each.to.observations() - each.from.observations();
        }
        return late / observations;
    }

    static Spread spread(List<Stretch> all, ToDoubleFunction<Stretch> figure) {
        return Spread.of(all.stream().mapToDouble(figure).toArray());
    }
}
