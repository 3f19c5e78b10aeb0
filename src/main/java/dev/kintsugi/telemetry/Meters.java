package dev.kintsugi.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Counts what a process does, in one registry. May be shared between threads. */
public final class Meters {
    private static final Duration[] LATENCIES = Stream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);
    private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128};

    private final MeterRegistry registry;
    private final boolean read;
    private final Map<String, Level> levels = new ConcurrentHashMap<>();

    public Meters(MeterRegistry registry) {
        this(registry, true);
    }

    private Meters(MeterRegistry registry, boolean read) {
        this.registry = registry;
        this.read = read;
    }

    /** Counts for nobody. */
    public static Meters unread() {
        return new Meters(new SimpleMeterRegistry(), false);
    }

    /** For meters of other libraries, which would be gathered for nobody where nobody reads these. */
    public Optional<MeterRegistry> exported() {
        return read ? Optional.of(registry) : Optional.empty();
    }

    /** Lets it be seen before there is anything to count, so that its first count is an increase. */
    public void expect(Metric metric, String... value) {
        counter(metric, value);
    }

    /** @param value of the metric's tag, if it has one */
    public void count(Metric metric, String... value) {
        counter(metric, value).increment();
    }

    /** Sets how much there is now, until it is {@link #forget forgotten}. */
    public void level(Metric metric, String value, double now) {
        levels.computeIfAbsent(metric.name() + value, first -> gauge(metric, value))
                .now
                .set(now);
    }

    /** No longer tells that level. */
    public void forget(Metric metric, String value) {
        Level level = levels.remove(metric.name() + value);
        if (level != null) {
            registry.remove(level.gauge);
        }
    }

    public void size(Metric metric, int size) {
        DistributionSummary.builder(metric.meterName())
                .description(metric.meaning())
                .serviceLevelObjectives(SIZES)
                .register(registry)
                .record(size);
    }

    /** A clock that runs from now. */
    public Clock start() {
        Timer.Sample sample = Timer.start(registry);
        return metric -> sample.stop(Timer.builder(metric.meterName())
                .description(metric.meaning())
                .serviceLevelObjectives(LATENCIES)
                .register(registry));
    }

    /** A running clock. */
    @FunctionalInterface
    public interface Clock {
        /** Records the time since it was started; may be called again. */
        void record(Metric metric);
    }

    private Counter counter(Metric metric, String... value) {
        Counter.Builder counter = Counter.builder(metric.meterName()).description(metric.meaning());
        metric.tag().ifPresent(tag -> counter.tag(tag, value[0]));
        return counter.register(registry);
    }

    private Level gauge(Metric metric, String value) {
        AtomicReference<Double> now = new AtomicReference<>(0.);
        Gauge gauge = Gauge.builder(metric.meterName(), now, AtomicReference::get)
                .description(metric.meaning())
                .tag(metric.tag().orElseThrow(), value)
                .register(registry);
        return new Level(gauge, now);
    }

    /** The registry holds what a gauge looks at weakly; this holds it. */
    private record Level(Gauge gauge, AtomicReference<Double> now) {}
}
