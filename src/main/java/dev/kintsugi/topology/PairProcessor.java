package dev.kintsugi.topology;

import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.Observation;
import dev.kintsugi.pairing.Arrival;
import dev.kintsugi.pairing.Outcome;
import dev.kintsugi.pairing.Pairing;
import dev.kintsugi.pairing.PairingRules;
import dev.kintsugi.telemetry.Meters;
import dev.kintsugi.telemetry.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Pairs the events of a partition: observations go to the log, and what the model is asked for to restoring.
 *
 * <p>Deadlines are kept in {@link #process}; the punctuator is for patience, which ends when nothing comes, and for {@link EarlyCommits}.
 */
final class PairProcessor implements Processor<String, Optional<Arrival>, Object, Object> {
    /** How late patience may end; looking whether it has costs nothing. */
    private static final Duration LOOK = Duration.ofMillis(10);

    private final PairingRules rules;
    private final boolean restoring;
    private final Meters meters;
    private final TaskStores stores;
    private ProcessorContext<Object, Object> context;
    private Pairing pairing;
    private EarlyCommits commits;
    private boolean asking;

    /** The Kafka timestamp of what comes of what happens now. */
    private long timestamp;

    /** Whether what happens now made something ready; when it is all told, restoring hears that too. */
    private boolean madeReady;

    /** @param restoring whether there is a stage that restores */
    PairProcessor(PairingRules rules, boolean restoring, Meters meters, TaskStores stores) {
        this.rules = rules;
        this.restoring = restoring;
        this.meters = meters;
        this.stores = stores;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        stores.beginAgain(context.taskId(), Store.PENDING);
        stores.beginAgain(context.taskId(), Store.REMEMBERED);
        this.pairing = new Pairing(
                rules,
                new StoredPairing(context, Duration.ofMillis(rules.remember())),
                this::tell,
                context.currentSystemTimeMs());
        this.commits = new EarlyCommits();
        this.asking = StreamSettings.asksForCommits(context.appConfigs());
        for (ClosedBy reason : ClosedBy.values()) {
            meters.expect(Metric.OBSERVATIONS, lower(reason));
        }
        context.schedule(
                LOOK, PunctuationType.WALL_CLOCK_TIME, now -> stores.during(context.taskId(), () -> look(now)));
    }

    @Override
    public void process(Record<String, Optional<Arrival>> record) {
        timestamp = record.timestamp();
        long now = context.currentSystemTimeMs();
        commits.read(timestamp);
        record.value().ifPresentOrElse(arrival -> take(arrival, now), () -> pairing.read(now));
    }

    private void take(Arrival arrival, long now) {
        madeReady = false;
        pairing.take(arrival, now);
        if (madeReady) {
            context.forward(new Record<>("", Optional.<Ready>empty(), timestamp), Node.RESTORE);
        }
    }

    private void look(long now) {
        timestamp = now;
        pairing.pass(now);
        meters.level(Metric.PENDING, context.taskId().toString(), pairing.pending());
        if (asking && isCommitDue(now, context.taskId())) {
            context.commit();
        }
    }

    private boolean isCommitDue(long now, TaskId task) {
        return commits.due(now, stores.isChanged(task), stores.isAdded(task, Store.READY), stores.writes(task));
    }

    private void tell(Outcome outcome) {
        if (outcome instanceof Outcome.Closed closed) {
            closed(closed);
        } else if (outcome instanceof Outcome.Hindsight hindsight) {
            hindsight(hindsight);
        } else if (outcome instanceof Outcome.Duplicate) {
            meters.count(Metric.DUPLICATES);
        }
    }

    private void closed(Outcome.Closed closed) {
        Observation observation = closed.observation();
        meters.count(Metric.OBSERVATIONS, lower(observation.closedBy()));
        context.forward(
                new Record<>(observation.key(), observation, timestamp, Trace.headers(closed.trace())),
                Node.OBSERVATIONS);
        if (restoring && closed.restorable()) {
            ready(new Ready.ToRestore(observation, closed.trace(), timestamp));
        }
    }

    private void hindsight(Outcome.Hindsight late) {
        meters.count(Metric.HINDSIGHT);
        Arrival arrival = late.arrival();
        Ready.ToCompare comparison = new Ready.ToCompare(
                arrival.key(),
                late.observation().id(),
                late.observation().closedBy(),
                late.observation().closed(),
                arrival.event(),
                arrival.trace(),
                timestamp);
        if (restoring) {
            ready(comparison);
        } else {
            context.forward(unrestored(comparison), Node.HINDSIGHT);
        }
    }

    private void ready(Ready ready) {
        madeReady = true;
        context.forward(new Record<>(ready.key(), Optional.of(ready), ready.timestamp()), Node.RESTORE);
    }

    /** Nothing was restored, so there is nothing to compare with; the event is kept all the same. */
    private Record<Object, Object> unrestored(Ready.ToCompare late) {
        Optional<Guess> truth = late.event().content() instanceof Content.Label label
                ? Optional.of(new Guess(label.name(), 1))
                : Optional.empty();
        Hindsight hindsight = Hindsight.of(
                late.key(),
                late.observationId(),
                late.closedBy(),
                false,
                Optional.empty(),
                truth,
                Instant.ofEpochMilli(context.currentSystemTimeMs()),
                late.event());
        return new Record<>(late.key(), hindsight, late.timestamp(), Trace.headers(late.trace()));
    }

    @Override
    public void close() {
        meters.forget(Metric.PENDING, context.taskId().toString());
    }

    private static String lower(ClosedBy reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
