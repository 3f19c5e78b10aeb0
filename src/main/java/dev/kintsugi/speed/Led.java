package dev.kintsugi.speed;

import dev.kintsugi.Fault;
import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopicSpec;
import dev.kintsugi.spec.TopologySpec;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** A stream that goes on and pauses as it is told, and a look at what it commits. */
final class Led implements AutoCloseable {
    private static final int ROUNDS = 3;

    private final Ground ground;
    private final Counter counter;
    private final Ends ends;
    private final Child stream;

    private Led(Ground ground, Counter counter, Ends ends, Child stream) {
        this.ground = ground;
        this.counter = counter;
        this.ends = ends;
        this.stream = stream;
    }

    /** Starts it on a trial that is prepared, and whose input lies there. */
    static Led start(Ground ground, Trial trial, TopologySpec topology, Running how) {
        TopicSpec counted = topology.topics()
                .only(how.restores() ? TopicRole.LATENTS : TopicRole.OBSERVATIONS)
                .orElseThrow();
        TopicSpec late = topology.topics().only(TopicRole.HINDSIGHT).orElseThrow();
        List<String> watched = Stream.of(counted, late).map(TopicSpec::name).toList();
        Ends ends = Ends.of(ground.connection().consumer(), watched);
        try {
            return new Led(ground, new Counter(counted), ends, ground.led(trial, how));
        } catch (RuntimeException e) {
            ends.close();
            throw e;
        }
    }

    /** Lets so many pass, in rounds, after each of which the JVMs have the time to compile what they have learned to be worth it. */
    void warmUp(long observations) {
        for (int round = 1; round <= ROUNDS; round++) {
            long end = round * observations / ROUNDS;
            resume();
            ends.watch(() -> counter.observations >= end, counter);
            pause();
        }
    }

    void resume() {
        // What was committed before a pause says nothing of the time after it.
        counter.forget();
        stream.say("resume");
    }

    /** Until it, the broker and what they have set going are at rest. */
    void pause() {
        stream.say("pause");
        Calm calm = new Calm(
                () -> stream.usage().cpuSeconds() + ground.broker().usage().cpuSeconds(), System::nanoTime);
        ends.watch(calm::hasCome, counter);
    }

    /** How many observations have come. */
    long observations() {
        return counter.observations;
    }

    /** Goes on until so many have come, and every partition has committed since the last mark, or since it went on. */
    Mark read(long end) {
        if (counter.observations >= end) {
            throw new Fault("a run was over before it began; use more --observations than are committed at once");
        }
        Commits.Boundary begun = counter.marked;
        ends.watch(() -> counter.observations >= end && counter.commits.last().isAfter(begun), counter);
        counter.marked = counter.commits.last();
        return new Mark(
                counter.marked,
                counter.observations,
                counter.late,
                System.nanoTime(),
                stream.usage().cpuSeconds(),
                ground.broker().usage().cpuSeconds());
    }

    @Override
    public void close() {
        try (ends) {
            stream.close();
        }
    }

    /** The commits behind which a run ends and the next begins, what had come when they were known, and what had been used. */
    record Mark(Commits.Boundary commits, long observations, long late, long nanoTime, double stream, double broker) {}

    /** How many observations have become readable, by which commits, and how many late sides. */
    private static final class Counter implements Ends.Viewer {
        private final TopicSpec counted;
        private Commits commits;
        private Commits.Boundary marked;
        private long observations;
        private long late;

        Counter(TopicSpec counted) {
            this.counted = counted;
            forget();
        }

        void forget() {
            commits = new Commits(counted.partitions());
            marked = commits.last();
        }

        @Override
        public void see(TopicPartition partition, long records, long nanoTime) {
            if (partition.topic().equals(counted.name())) {
                observations += records;
                commits.see(partition.partition(), records, nanoTime);
            } else {
                late += records;
            }
        }
    }
}
