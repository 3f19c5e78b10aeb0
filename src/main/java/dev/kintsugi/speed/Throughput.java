package dev.kintsugi.speed;

import dev.kintsugi.Fault;
import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopicSpec;
import dev.kintsugi.spec.TopologySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

        Runs once() {
            return new Runs(warmUp, each, 1, seed);
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
            Spread brokerCpu,
            long streamResidentBytes) {}

    public Throughput(Ground ground, Runs runs) {
        this(ground, runs, new MadeEvents(500, runs.seed()));
    }

    private Throughput(Ground ground, Runs runs, MadeEvents things) {
        this.ground = ground;
        this.runs = runs;
        this.things = things;
    }

    /** The same in a single run. */
    Throughput once() {
        return new Throughput(ground, runs.once(), things);
    }

    public Figures of(Trial trial, Running how) {
        TopologySpec topology = ground.prepare(trial);
        TopicSpec counted = topology.topics()
                .only(how.restores() ? TopicRole.LATENTS : TopicRole.OBSERVATIONS)
                .orElseThrow();
        TopicSpec late = topology.topics().only(TopicRole.HINDSIGHT).orElseThrow();
        Preload.send(ground, topology, how, things, runs.warmUp() + runs.measured(), runs.seed());
        List<String> read = Stream.of(counted, late).map(TopicSpec::name).toList();
        Figures figures;
        try (Committed committed = new Committed(ground.connection(), read);
                Child stream = ground.led(trial, how)) {
            Counter counter = new Counter(counted);
            warmUp(counter, committed, stream);
            figures = figures(trial, how, stream, marks(counter, committed, stream));
        }
        ground.clear(trial);
        return figures;
    }

    /** How many observations have become readable, by which commits, and how many late sides. */
    private static final class Counter implements Committed.Viewer {
        private final TopicSpec counted;
        private Commits commits;
        private long observations;
        private long late;

        Counter(TopicSpec counted) {
            this.counted = counted;
            forget();
        }

        /** What was committed before a pause says nothing of the time after it. */
        void forget() {
            commits = new Commits(counted.partitions());
        }

        @Override
        public void see(Committed.Seen record) {
            if (record.topic().equals(counted.name())) {
                observations++;
                commits.see(record.partition(), record.offset(), record.nanoTime());
            } else {
                late++;
            }
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
        counter.forget();
    }

    /** The commits behind which a run ends and the next begins, what had come when they were known, and what had been used. */
    private record Mark(
            Commits.Boundary commits, long observations, long late, long nanoTime, double stream, double broker) {
        double rate(Mark later) {
            return commits.rate(later.commits);
        }

        /** What was used in a second by what was made in one: what is used is not told by commits. */
        double each(Mark later, double used) {
            double seconds = (later.nanoTime - nanoTime) / 1e9;
            return 1_000 * used / seconds / rate(later);
        }

        double lateShare(Mark later) {
            return (double) (later.late - late) / (later.observations - observations);
        }
    }

    private List<Mark> marks(Counter counter, Committed committed, Child stream) {
        List<Mark> marks = new ArrayList<>();
        Commits.Boundary begun = counter.commits.last();
        while (marks.size() <= runs.count()) {
            read(runs.warmUp() + (marks.size() + 1) * runs.each(), begun, counter, committed);
            begun = counter.commits.last();
            marks.add(new Mark(
                    begun,
                    counter.observations,
                    counter.late,
                    System.nanoTime(),
                    stream.usage().cpuSeconds(),
                    ground.broker().usage().cpuSeconds()));
        }
        return marks;
    }

    /** Until so many have come, and every partition has committed since the run began. */
    private void read(long end, Commits.Boundary begun, Counter counter, Committed committed) {
        if (counter.observations >= end) {
            throw new Fault(
                    "a run of " + runs.each() + " observations was over before it began; use more --observations,"
                            + " of which the join's runs have ten times as many");
        }
        committed.read(
                () -> counter.observations >= end && counter.commits.last().isAfter(begun), counter);
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
                how.isOuterJoin() ? null : first.lateShare(last),
                Spread.of(rates),
                Spread.of(streams),
                Spread.of(brokers),
                stream.usage().mostResidentBytes().orElse(0));
    }
}
