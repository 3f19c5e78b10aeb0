package dev.kintsugi.speed;

import dev.kintsugi.spec.TopologySpec;
import java.util.ArrayList;
import java.util.List;

/** How many observations a stream gets through, of input that lies there. */
public final class Throughput {
    private final Ground ground;
    private final Runs runs;

    /**
     * How long to measure.
     *
     * @param warmUp observations that are not counted
     * @param each observations in each run
     */
    public record Runs(long warmUp, long each, int count, long seed) {
        /** One run more than count: the first takes up what warming up has left, and is what the others are timed from. */
        long all() {
            return warmUp + each * (count + 1);
        }
    }

    /**
     * What came of it.
     *
     * @param overall observations a second, over all runs
     * @param hindsight records of it for each observation: shadows, and sides that were read too late, of which there are none
     *     as long as the sides are read in step; null for the join, which cannot tell
     * @param observations a second, of each run, which begins and ends with a commit
     * @param streamCpu seconds for each thousand observations, of the stream's process; as is that of the broker
     */
    public record Figures(
            int partitions,
            int threads,
            String processing,
            int batch,
            String linger,
            int samples,
            double overall,
            Double hindsight,
            Spread observations,
            Spread streamCpu,
            Spread brokerCpu) {

        static Figures of(Trial trial, Running how, List<Stretch> runs) {
            return new Figures(
                    trial.partitions(),
                    how.threads(),
                    how.processing(),
                    trial.batch(),
                    trial.linger(),
                    trial.samples(),
                    Stretch.rate(runs),
                    how.isOuterJoin() ? null : Stretch.lateShare(runs),
                    Stretch.spread(runs, Stretch::rate),
                    Stretch.spread(runs, Stretch::streamCpu),
                    Stretch.spread(runs, Stretch::brokerCpu));
        }
    }

    public Throughput(Ground ground, Runs runs) {
        this.ground = ground;
        this.runs = runs;
    }

    public Figures of(Trial trial, Running how) {
        TopologySpec topology = ground.prepare(trial);
        Preload.send(ground, topology, runs.all() + runs.all() / 10, runs.seed());
        Figures figures;
        try (Led stream = Led.start(ground, trial, topology, how)) {
            stream.warmUp(runs.warmUp());
            stream.resume();
            figures = Figures.of(trial, how, stretches(stream));
        }
        ground.clear(trial);
        return figures;
    }

    private List<Stretch> stretches(Led stream) {
        List<Stretch> all = new ArrayList<>();
        Led.Mark last = stream.read(runs.warmUp() + runs.each());
        while (all.size() < runs.count()) {
            Led.Mark next = stream.read(runs.warmUp() + (all.size() + 2) * runs.each());
            all.add(new Stretch(last, next));
            last = next;
        }
        return all;
    }
}
