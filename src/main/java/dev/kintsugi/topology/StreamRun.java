package dev.kintsugi.topology;

import dev.kintsugi.Fault;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.telemetry.Meters;
import dev.kintsugi.telemetry.Metric;
import dev.kintsugi.wire.Schemas;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream that runs in this process, from its start to an orderly stop or a failure. */
public final class StreamRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamRun.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

    /** For what is ready to be done; it is a batch or two. */
    private static final Duration DRAIN_WITHIN = Duration.ofSeconds(5);

    private final KafkaStreams streams;
    private final KafkaMeters ofKafka;
    private final Operation operation;
    private final Replacements replacements = new Replacements(System::nanoTime);
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * A stream that has not begun yet.
     *
     * @param models makes a model for each task
     * @param partitions of each input topic
     * @param properties those of {@link StreamSettings#properties}
     * @param meters where it counts, and Kafka Streams too
     */
    public static StreamRun of(
            TopologySpec spec,
            Set<Stage> stages,
            Schemas schemas,
            Supplier<? extends Restoration> models,
            int partitions,
            Properties properties,
            Meters meters) {
        Operation operation = Operation.of(meters);
        return new StreamRun(
                StreamTopology.of(spec, stages, schemas, models, partitions, operation), properties, operation);
    }

    /** One that counts for nobody. */
    public static StreamRun of(
            TopologySpec spec,
            Set<Stage> stages,
            Schemas schemas,
            Supplier<? extends Restoration> models,
            int partitions,
            Properties properties) {
        return of(spec, stages, schemas, models, partitions, properties, Meters.unread());
    }

    /** What pairing is measured against: the DSL's outer join of a topology's first two sides. */
    public static StreamRun joining(TopologySpec spec, Schemas schemas, Properties properties) {
        Operation operation = Operation.unwatched();
        return new StreamRun(OuterJoin.of(spec, schemas), properties, operation);
    }

    private StreamRun(Topology topology, Properties properties, Operation operation) {
        this.operation = operation;
        try {
            streams = new KafkaStreams(topology, properties);
        } catch (KafkaException e) {
            throw new Fault("the stream cannot be set up: " + root(e) + "; mend the properties in --config", e);
        }
        ofKafka = new KafkaMeters(streams);
        operation.meters().expect(Metric.REPLACEMENTS);
        streams.setStateListener(this::changed);
        streams.setUncaughtExceptionHandler(this::died);
    }

    public void start() {
        ofKafka.begin(operation.meters());
        streams.start();
    }

    /** Waits until every thread has its partitions and their state; false if it has ended before, or time is up. */
    public boolean awaitRunning(Duration most) throws InterruptedException {
        return running.await(most.toMillis(), TimeUnit.MILLISECONDS) && ended.getCount() > 0 && !failed();
    }

    /**
     * Waits until it is stopped.
     *
     * @throws Fault if it failed
     */
    public void awaitEnd() throws InterruptedException {
        ended.await();
        if (failed()) {
            throw new Fault(
                    "the stream failed and has stopped: " + root(failure.get())
                            + "; mend that and start it again: it goes on where it left off. --verbose shows the trace",
                    failure.get());
        }
    }

    public boolean failed() {
        return failure.get() != null;
    }

    /** Kafka Streams' word for how it is, such as {@code RUNNING}. */
    public String state() {
        return streams.state().name();
    }

    /** Whether every thread has its partitions now, and their state. */
    public boolean isRunning() {
        return streams.state() == State.RUNNING;
    }

    /** Whether it is worth waiting for: it has neither failed nor ended. */
    public boolean isAlive() {
        return !failed() && !streams.state().hasStartedOrFinishedShuttingDown();
    }

    /** The tasks that this process works on now; a task is one partition of every input topic. */
    public int tasks() {
        return streams.metadataForLocalThreads().stream()
                .mapToInt(thread -> thread.activeTasks().size())
                .sum();
    }

    /**
     * Reads on until its memory for input is full, and does nothing with it; what was begun is still committed. Nobody looks at
     * the clock meanwhile, which has gone on when it resumes: for streams without patience only.
     */
    public void pause() {
        streams.pause();
    }

    /** Goes on after {@link #pause}. */
    public void resume() {
        streams.resume();
    }

    /** Makes {@link #awaitRunning} and {@link #awaitEnd} return; may be called from any thread. */
    public void stop() {
        ended.countDown();
        running.countDown();
    }

    /** Does what is ready, commits, and leaves the group, so that others take over at once. */
    @Override
    public void close() {
        if (isRunning()) {
            drain();
        }
        ofKafka.close();
        boolean closed =
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_WITHIN));
        if (closed) {
            LOG.info("Stopped");
        } else {
            LOG.warn("Not stopped within {}: what is unfinished will be done again by the next run", CLOSE_WITHIN);
        }
    }

    private void drain() {
        try {
            if (!operation.lastCall().give(DRAIN_WITHIN)) {
                LOG.warn("Not all that is ready was done within {}: the next run will do it", DRAIN_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void changed(State now, State before) {
        LOG.info("{} (was {})", now, before);
        if (now == State.RUNNING) {
            running.countDown();
        } else if (now == State.ERROR || now == State.NOT_RUNNING) {
            running.countDown();
            ended.countDown();
        }
    }

    private StreamThreadExceptionResponse died(Throwable cause) {
        Optional<Duration> pause = cause instanceof Error ? Optional.empty() : replacements.next();
        if (pause.isPresent() && waited(pause.get())) {
            LOG.warn("A stream thread died and is replaced: {}", root(cause), cause);
            operation.meters().count(Metric.REPLACEMENTS);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("A stream thread died, and the stream with it: {}", root(cause), cause);
        failure.set(cause);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** On the thread that dies; stopping does not wait for a pause. */
    private boolean waited(Duration pause) {
        try {
            ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
