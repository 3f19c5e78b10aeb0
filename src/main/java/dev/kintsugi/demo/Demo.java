package dev.kintsugi.demo;

import dev.kintsugi.Fault;
import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.Pace;
import dev.kintsugi.broker.Production;
import dev.kintsugi.broker.SavedPayloads;
import dev.kintsugi.broker.Seen;
import dev.kintsugi.broker.Sender;
import dev.kintsugi.broker.Tail;
import dev.kintsugi.broker.TailSettings;
import dev.kintsugi.event.Restored;
import dev.kintsugi.scenario.Mishaps;
import dev.kintsugi.scenario.Scenario;
import dev.kintsugi.scenario.ScenarioSettings;
import dev.kintsugi.scenario.Things;
import dev.kintsugi.spec.SensedModality;
import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopicSpec;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.AnyRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Sends events to a stream that runs, with sides missing, late and doubled, and watches what becomes of them: one thread
 * sends, one reads, and whoever runs it waits and tells.
 */
public final class Demo {
    private static final Duration TICK = Duration.ofMillis(200);

    /** Beyond patience and deadlines: how long a slow machine may need for what is under way when the sending ends. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(60);

    private static final Set<TopicRole> WATCHED =
            Set.of(TopicRole.OBSERVATIONS, TopicRole.RESTORED, TopicRole.HINDSIGHT, TopicRole.DLQ);
    private static final long MOST_THINGS = 999_999_999;

    private final Connection connection;
    private final TopologySpec topology;
    private final DemoSettings settings;
    private final Clock clock;
    private final Display display;
    private final BooleanSupplier alive;
    private final String prefix;
    private final Account account;
    private final Outputs outputs;
    private final Optional<SavedPayloads> folder;
    private final Pace pace;
    private final CountDownLatch asked = new CountDownLatch(1);
    private Instant started = Instant.MAX;

    /** @param alive whether the stream is; from a dead one nothing is to be waited for */
    public Demo(
            Connection connection,
            TopologySpec topology,
            DemoSettings settings,
            Clock clock,
            Display display,
            BooleanSupplier alive) {
        this.connection = connection;
        this.topology = topology;
        this.settings = settings;
        this.clock = clock;
        this.display = display;
        this.alive = alive;
        // Unlike any before: a second demo on the same data must not send what counts as sent before.
        this.prefix = "d" + Long.toString(clock.millis(), Character.MAX_RADIX);
        this.account = new Account(prefix, sensed());
        this.outputs = new Outputs(account, topology, clock, display::mended);
        this.folder = settings.save().map(SavedPayloads::new);
        this.pace = Pace.realTime(clock);
    }

    /** Ends the sending; may be called from any thread. */
    public void stop() {
        asked.countDown();
    }

    /**
     * Sends and watches until the time is over, it is stopped, the stream dies or something fails, and then waits for what
     * is under way.
     *
     * @param things what is told of
     * @throws Fault if sending or reading fails
     */
    public Standing run(Things things) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Tail tail = new Tail(connection, System::nanoTime);
                Sender sender = new Sender(connection, topology)) {
            Future<?> reading = threads.submit(() -> tail.follow(topics(), this::take));
            started = clock.instant();
            Production production = new Production(new Scenario(scenario(), things), sender, pace);
            Future<?> sending = threads.submit(
                    () -> production.run((delivery, tally) -> account.sent(delivery.key(), delivery.modality())));
            try {
                watch(sending, reading);
                pace.stop();
                await(sending);
                settle(reading);
            } finally {
                pace.stop();
                tail.stop();
                await(reading);
            }
            return standing();
        } finally {
            threads.shutdown();
        }
    }

    private void watch(Future<?> sending, Future<?> reading) throws InterruptedException {
        while (alive.getAsBoolean() && !sending.isDone() && !reading.isDone() && !timeIsOver()) {
            if (asked.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            display.stands(standing());
        }
    }

    private boolean timeIsOver() {
        return settings.sending()
                .filter(time -> !clock.instant().isBefore(started.plus(time)))
                .isPresent();
    }

    /** What was sent last waits for its patience; the dead and the broken must not make us wait for ever. */
    private void settle(Future<?> reading) throws InterruptedException {
        Instant latest = clock.instant()
                .plus(topology.pairing().patience().orElse(Duration.ZERO))
                .plus(SETTLES_WITHIN);
        while (alive.getAsBoolean()
                && !account.balance().settled()
                && !reading.isDone()
                && clock.instant().isBefore(latest)) {
            try {
                reading.get(TICK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException goesOn) {
                display.stands(standing());
            } catch (ExecutionException told) {
                return; // whoever awaits it throws it
            }
        }
    }

    private static void await(Future<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Fault fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    private void take(Seen seen) {
        outputs.take(seen);
        boolean mended = seen.record().flatMap(AnyRecord::event).orElse(null) instanceof Restored;
        folder.filter(there -> mended)
                .map(there -> there.save(seen))
                .ifPresent(saved -> saved.problems().forEach(display::warns));
    }

    private Standing standing() {
        return new Standing(
                Duration.between(started, clock.instant()),
                account.balance(),
                outputs.confidence(),
                outputs.latencies().quantile(0.5),
                outputs.latencies().quantile(0.99));
    }

    private TailSettings topics() {
        List<String> names = topology.topics().all().stream()
                .filter(topic -> WATCHED.contains(topic.role()))
                .map(TopicSpec::name)
                .toList();
        return new TailSettings(names, true, Long.MAX_VALUE, Optional.empty());
    }

    private ScenarioSettings scenario() {
        return new ScenarioSettings(
                prefix,
                MOST_THINGS,
                started,
                Duration.ofNanos(Math.round(1e9 / settings.rate())),
                topology.pairing().window(),
                topology.pairing().grace(),
                sensed(),
                mishaps(),
                settings.seed());
    }

    /** A side in four is missing, so that there is something to restore, and a label tells the answer but now and then. */
    private Mishaps mishaps() {
        Map<String, Double> missing = new LinkedHashMap<>();
        sensed().forEach(modality -> missing.put(modality, 0.25));
        topology.label().ifPresent(label -> missing.put(label.name(), 0.9));
        return new Mishaps(missing, 0.03, 0.05, 0.1);
    }

    private Set<String> sensed() {
        return topology.sensed().stream().map(SensedModality::name).collect(Collectors.toSet());
    }
}
