package dev.kintsugi.speed;

import dev.kintsugi.Fault;
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
    private final MadeEvents things;

    /**
     * How long to measure.
     *
     * @param warmUp observations that are not counted
     * @param each observations in each run
     */
    public record Runs(long warmUp, long each, int count, long seed) {
        /** One run more than count: the first takes up what warming up has left, and is what the others are timed from. */
        long measured() {
            return each * (count + 1);
        }
    }

    /**
     * What came of it.
     *
     * @param overall observations a second, over all runs
     * @param hindsight records of it for each observation: shadows, and sides that were read too late, of which there are none
     *     as long as the sides are read in step
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
            double hindsight,
            Spread observations,
            Spread streamCpu,
            Spread brokerCpu,
            long streamResidentBytes) {}

    public Throughput(Ground ground, Runs runs) {
        this.ground = ground;
        this.runs = runs;
        this.things = new MadeEvents(500, runs.seed());
    }

    public Figures of(Trial trial, Running how) {
        TopologySpec topology = ground.prepare(trial);
        TopicSpec counted = topology.topics()
                .only(how.restores() ? TopicRole.LATENTS : TopicRole.OBSERVATIONS)
                .orElseThrow();
        Preload.send(ground, topology, how, things, runs.warmUp() + runs.measured(), runs.seed());
        String late = topology.topics().only(TopicRole.HINDSIGHT).orElseThrow().name();
        Figures figures;
        try (Committed committed = new Committed(ground.connection(), List.of(counted.name(), late));
                Child stream = ground.led(trial, how)) {
            Counter counter = new Counter(counted.name());
            warmUp(counter, committed, stream);
            figures = figures(trial, how, stream, marks(counter, committed, stream));
        }
        ground.clear(trial);
        return figures;
    }

    /** How many observations have become readable, and how many late sides. */
    private static final class Counter implements Committed.Viewer {
        private final String counted;
        private long observations;
        private long late;
        private long nanoTime;

        Counter(String counted) {
            this.counted = counted;
        }

        @Override
        public void see(String topic, String key, long time) {
            if (topic.equals(counted)) {
                observations++;
            } else {
                late++;
            }
            nanoTime = time;
        }
    }

    /** In rounds, after each of which the JVMs have the time to compile what they have learned to be worth it. */
    private void warmUp(Counter counter, Committed committed, Child stream) {
        for (int round = 1; round <= ROUNDS; round++) {
            long end = round * runs.warmUp() / ROUNDS;
            committed.read(() -> counter.observations >= end, counter);
            stream.say("pause");
            Calm calm = new Calm(
                    () -> stream.usage().cpuSeconds() + ground.broker().usage().cpuSeconds(), System::nanoTime);
            committed.read(calm::hasCome, counter);
            stream.say("resume");
        }
    }

    /** The moment when so many had come, and what the processes had used. */
    private record Mark(long count, long late, long nanoTime, double stream, double broker) {
        double rate(Mark later) {
            return 1e9 * (later.count - count) / (later.nanoTime - nanoTime);
        }

        double each(Mark later, double used) {
            return 1_000 * used / (later.count - count);
        }

        double lateShare(Mark later) {
            return (double) (later.late - late) / (later.count - count);
        }
    }

    private List<Mark> marks(Counter counter, Committed committed, Child stream) {
        List<Mark> marks = new ArrayList<>();
        while (marks.size() <= runs.count()) {
            long next = runs.warmUp() + (marks.size() + 1) * runs.each();
            if (counter.observations >= next) {
                throw new Fault("a run was over before it began; use more --observations");
            }
            committed.read(() -> counter.observations >= next, counter);
            marks.add(new Mark(
                    counter.observations,
                    counter.late,
                    counter.nanoTime,
                    stream.usage().cpuSeconds(),
                    ground.broker().usage().cpuSeconds()));
        }
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
                first.lateShare(last),
                Spread.of(rates),
                Spread.of(streams),
                Spread.of(brokers),
                stream.usage().mostResidentBytes().orElse(0));
    }
}
