package dev.kintsugi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.event.Content;
import dev.kintsugi.event.Estimate;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.Restored;
import dev.kintsugi.telemetry.Meters;
import dev.kintsugi.telemetry.Metric;
import dev.kintsugi.topology.ReadyQueue.Waiting;
import dev.kintsugi.topology.Restoration.Answer;
import dev.kintsugi.topology.Restoration.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the model about what is ready, in batches: when one is full, or when what has come has lingered. What waits is in
 * {@link ReadyQueue}, and leaves it when what was made of it is sent.
 *
 * <p>Thousands may become ready at once, and a call cannot commit: what it does beyond the transaction's time is undone, and
 * done again, for ever. So an event's call runs one batch at most, and a punctuation those of a moment.
 */
final class RestoreProcessor implements Processor<String, Optional<Ready>, Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreProcessor.class);

    /** How soon a newer model is taken up, and the last call heard, where nothing comes. */
    private static final Duration LOOK = Duration.ofMillis(10);

    /** After so long no further batch is begun before Kafka Streams has had its turn, and may have committed. */
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final int batch;
    private final Duration linger;
    private final Duration remember;
    private final Supplier<Restoration> models;
    private final Function<Observation, byte[]> logged;
    private final Meters meters;
    private final LastCall lastCall;
    private final LongSupplier nanoTime;
    private final TaskStores stores;
    private ProcessorContext<Object, Object> context;
    private ReadyQueue queue;
    private Memory memory;
    private Restoration model;

    /**
     * @param remember how long closed observations are known
     * @param logged an observation's record as it stands in the log, for dead letters
     */
    RestoreProcessor(
            int batch,
            Duration linger,
            Duration remember,
            Supplier<Restoration> models,
            Function<Observation, byte[]> logged,
            Operation operation,
            TaskStores stores) {
        this.batch = batch;
        this.linger = linger;
        this.remember = remember;
        this.models = models;
        this.logged = logged;
        this.meters = operation.meters();
        this.lastCall = operation.lastCall();
        this.nanoTime = operation.nanoTime();
        this.stores = stores;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        stores.beginAgain(context.taskId(), Store.READY);
        this.queue = new ReadyQueue(context.getStateStore(Store.READY.storeName()), meters);
        this.memory = new Memory(context, remember);
        this.model = models.get();
        // Also without a linger: an earlier run may have left something.
        Duration look = linger.isZero() ? Duration.ofMillis(1) : linger;
        context.schedule(look, PunctuationType.WALL_CLOCK_TIME, now -> stores.during(context.taskId(), () -> drain(1)));
        context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, now -> stores.during(context.taskId(), this::look));
        meters.expect(Metric.RESTORED);
        lastCall.expect(context.taskId());
    }

    /** What has become ready is queued; once all of an event's has been, nothing comes, and it is time for a batch. */
    @Override
    public void process(Record<String, Optional<Ready>> record) {
        record.value().ifPresentOrElse(queue::add, this::runIfDue);
    }

    private void runIfDue() {
        boolean atOnce = linger.isZero() || lastCall.given();
        if (queue.size() >= (atOnce ? 1 : batch)) {
            run();
        }
    }

    private void look() {
        meters.level(Metric.WAITING, context.taskId().toString(), queue.size());
        if (lastCall.given()) {
            hearLastCall();
        } else if (queue.size() == 0) {
            model.beforeBatch();
        } else {
            drain(batch);
        }
    }

    private void hearLastCall() {
        drain(1);
        if (queue.size() == 0) {
            // From here on each event's batch is run as it is processed, so nothing waits between two of them.
            lastCall.done(context.taskId());
        }
    }

    /** Runs batches while so many wait, for a moment; the next punctuation goes on. */
    private void drain(int least) {
        long begun = nanoTime.getAsLong();
        while (queue.size() >= least) {
            run();
            if (nanoTime.getAsLong() - begun >= MOMENT.toNanos()) {
                return;
            }
        }
    }

    private void run() {
        List<Waiting> next = queue.first(batch);
        meters.size(Metric.BATCH, next.size());
        model.beforeBatch();
        Meters.Clock clock = meters.start();
        List<Answer> answers = answers(next.stream().map(Waiting::ready).toList());
        clock.record(Metric.INFERENCE);
        for (int i = 0; i < next.size(); i++) {
            tell(next.get(i), answers.get(i));
            queue.remove(next.get(i));
        }
    }

    /** A model that breaks over a batch is asked one question at a time, so that one observation costs no other. */
    private List<Answer> answers(List<Ready> next) {
        List<Question> questions = next.stream().map(RestoreProcessor::question).toList();
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        try {
            return model.answer(questions, now);
        } catch (RuntimeException broken) {
            LOG.warn("The model failed over a batch of {}; asking one by one", questions.size(), broken);
            return questions.stream().map(question -> alone(question, now)).toList();
        }
    }

    private Answer alone(Question question, Instant now) {
        try {
            return model.answer(List.of(question), now).get(0);
        } catch (RuntimeException broken) {
            return new Answer.Failed("model-failed", broken.toString());
        }
    }

    private static Question question(Ready ready) {
        return ready instanceof Ready.ToRestore toRestore
                ? new Question.Restore(toRestore.observation())
                : new Question.Read(((Ready.ToCompare) ready).event());
    }

    private void tell(Waiting waiting, Answer answer) {
        Ready ready = waiting.ready();
        if (ready instanceof Ready.ToRestore asked && answer instanceof Answer.Made made) {
            tell(asked, made);
            waiting.clock().record(Metric.LATENCY);
        } else if (ready instanceof Ready.ToRestore asked && answer instanceof Answer.Failed failed) {
            bury(asked, failed);
        } else if (ready instanceof Ready.ToCompare asked) {
            compare(asked, answer);
        } else {
            throw new IllegalStateException("the model answered " + ready + " with " + answer);
        }
    }

    private void tell(Ready.ToRestore asked, Answer.Made made) {
        Observation observation = asked.observation();
        made.restored().forEach(restored -> forward(asked, restored, Node.restored(restored.modality())));
        made.shadows().forEach(shadow -> forward(asked, shadow, Node.HINDSIGHT));
        forward(asked, made.latents(), Node.LATENTS);
        List<Estimate> said =
                made.restored().stream().map(RestoreProcessor::estimate).toList();
        if (!said.isEmpty()) {
            memory.note(
                    observation.key(),
                    observation.id(),
                    observation.streamTime().toEpochMilli(),
                    said);
        }
        meters.count(Metric.RESTORED);
    }

    private void bury(Ready.ToRestore asked, Answer.Failed failed) {
        Observation observation = asked.observation();
        LOG.warn("Observation {} could not be restored: {}", observation.id(), failed.message());
        meters.count(Metric.DEAD_LETTERS, failed.reason());
        context.forward(
                DeadLetter.of(
                        observation.key().getBytes(UTF_8),
                        logged.apply(observation),
                        asked.timestamp(),
                        Trace.headers(asked.trace()),
                        observation.events().get(0).origin(),
                        failed.reason(),
                        new UnfitException(failed.reason(), failed.message())),
                Node.DEAD_LETTERS);
    }

    private void compare(Ready.ToCompare asked, Answer answer) {
        if (answer instanceof Answer.Failed failed) {
            LOG.warn("A late side of {} could not be read: {}", asked.observationId(), failed.message());
        }
        Optional<Guess> truth = answer instanceof Answer.Seen seen ? seen.guess() : Optional.empty();
        if (asked.event().content() instanceof Content.Label label) {
            truth = Optional.of(new Guess(label.name(), 1));
        }
        Hindsight hindsight = Hindsight.of(
                asked.key(),
                asked.observationId(),
                asked.closedBy(),
                false,
                memory.said(
                        asked.key(),
                        asked.observationId(),
                        asked.closed(),
                        asked.event().modality()),
                truth,
                Instant.ofEpochMilli(context.currentSystemTimeMs()),
                asked.event());
        hindsight.agrees().ifPresent(agrees -> meters.count(Metric.COMPARED, agrees.toString()));
        forward(asked, hindsight, Node.HINDSIGHT);
    }

    private static Estimate estimate(Restored restored) {
        return new Estimate(restored.modality(), restored.guess(), restored.confidence(), restored.modelId());
    }

    private void forward(Ready asked, Object value, String sink) {
        context.forward(new Record<>(asked.key(), value, asked.timestamp(), Trace.headers(asked.trace())), sink);
    }

    @Override
    public void close() {
        meters.forget(Metric.WAITING, context.taskId().toString());
        lastCall.done(context.taskId());
    }
}
