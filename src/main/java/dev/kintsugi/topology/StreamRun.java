package dev.kintsugi.topology;

import dev.kintsugi.Fault;
import dev.kintsugi.spec.TopologySpec;
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

    private final KafkaStreams streams;
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
     */
    public static StreamRun of(
            TopologySpec spec,
            Set<Stage> stages,
            Schemas schemas,
            Supplier<? extends Restoration> models,
            int partitions,
            Properties properties) {
        return new StreamRun(StreamTopology.of(spec, stages, schemas, models, partitions), properties);
    }

    /** What pairing is measured against: the DSL's outer join of a topology's first two sides. */
    public static StreamRun joining(TopologySpec spec, Schemas schemas, Properties properties) {
        return new StreamRun(OuterJoin.of(spec, schemas), properties);
    }

    private StreamRun(Topology topology, Properties properties) {
        try {
            streams = new KafkaStreams(topology, properties);
        } catch (KafkaException e) {
            throw new Fault("the stream cannot be set up: " + root(e) + "; mend the properties in --config", e);
        }
        streams.setStateListener(this::changed);
        streams.setUncaughtExceptionHandler(this::died);
    }

    public void start() {
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

    /** Makes {@link #awaitRunning} and {@link #awaitEnd} return; may be called from any thread. */
    public void stop() {
        ended.countDown();
        running.countDown();
    }

    /** Finishes what was begun, commits, and leaves the group, so that others take over at once. */
    @Override
    public void close() {
        boolean closed =
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_WITHIN));
        if (closed) {
            LOG.info("Stopped");
        } else {
            LOG.warn("Not stopped within {}: what is unfinished will be done again by the next run", CLOSE_WITHIN);
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
