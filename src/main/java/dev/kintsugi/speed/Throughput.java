package dev.kintsugi.speed;

import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopicSpec;
import dev.kintsugi.spec.TopologySpec;
import java.util.ArrayList;
import java.util.List;

/** How many observations a stream gets through, of input that lies there. */
public final class Throughput {
    private static final int ROUNDS = 3;

    private final Ground ground;
    private final Runs runs;

    /**
     * How long to measure.
     *
     * @param warmUp observations that are not counted
     * @param each observations in each run
     */
    public record Runs(long warmUp, long each, int count, long seed) {
        /** One run more than count: what the first commit makes readable was begun before the clock was. */
        long measured() {
            return each * (count + 1);
        }
    }

    /**
     * What came of it.
     *
     * @param overall observations a second, over all runs
     * @param observations a second, of each run; commits make them readable by the second, which rounds a short one
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
            Spread observations,
            Spread streamCpu,
            Spread brokerCpu,
            long streamResidentBytes) {}

    public Throughput(Ground ground, Runs runs) {
        this.ground = ground;
        this.runs = runs;
    }

    public Figures of(Trial trial, Running how) {
        TopologySpec topology = ground.prepare(trial);
        TopicSpec counted = topology.topics()
                .only(how.stages().contains("restore") ? TopicRole.LATENTS : TopicRole.OBSERVATIONS)
                .orElseThrow();
        MadeEvents things = new MadeEvents(500, runs.seed());
        try (Committed committed = new Committed(ground.connection(), List.of(counted.name()));
                Preload preload = new Preload(ground, topology, things, runs.seed())) {
            Figures figures;
            try (Child stream = ground.stream(trial, how)) {
                warmUp(preload, committed, stream);
                preload.sendAndClose(runs.measured());
                figures = figures(trial, how, stream, marks(committed, stream));
            }
            ground.clear(trial);
            return figures;
        }
    }

    /** In rounds, after each of which the JVMs have the time to compile what they have learned to be worth it. */
    private void warmUp(Preload preload, Committed committed, Child stream) {
        for (int round = 0; round < ROUNDS; round++) {
            preload.send(runs.warmUp() / ROUNDS);
            Calm calm = new Calm(
                    () -> stream.usage().cpuSeconds() + ground.broker().usage().cpuSeconds(), System::nanoTime);
            committed.read(calm::hasCome, (key, time) -> {});
        }
    }

    /** The moment when so many had come, and what the processes had used. */
    private record Mark(long count, long nanoTime, double stream, double broker) {
        double rate(Mark later) {
            return 1e9 * (later.count - count) / (later.nanoTime - nanoTime);
        }

        double each(Mark later, double used) {
            return 1_000 * used / (later.count - count);
        }
    }

    private List<Mark> marks(Committed committed, Child stream) {
        List<Mark> marks = new ArrayList<>();
        long[] seen = {0};
        committed.read(() -> marks.size() > runs.count(), (key, time) -> {
            seen[0]++;
            if (seen[0] == (marks.size() + 1) * runs.each() && marks.size() <= runs.count()) {
                marks.add(new Mark(
                        seen[0],
                        time,
                        stream.usage().cpuSeconds(),
                        ground.broker().usage().cpuSeconds()));
            }
        });
        return marks;
    }

    private static Figures figures(Trial trial, Running how, Child stream, List<Mark> marks) {
        Mark first = marks.get(0);
        Mark last = marks.get(marks.size() - 1);
        double[] rates = new double[marks.size() - 1];
        double[] streams = new double[rates.length];
        double[] brokers = new double[rates.length];
        for (int run = 0; run < rates.length; run++) {
            Mark from = marks.get(run);
            Mark to = marks.get(run + 1);
            rates[run] = from.rate(to);
            streams[run] = from.each(to, to.stream() - from.stream());
            brokers[run] = from.each(to, to.broker() - from.broker());
        }
        return new Figures(
                trial.partitions(),
                how.threads(),
                how.processing(),
                trial.batch(),
                trial.linger(),
                trial.samples(),
                first.rate(last),
                Spread.of(rates),
                Spread.of(streams),
                Spread.of(brokers),
                stream.usage().mostResidentBytes().orElse(0));
    }
}
