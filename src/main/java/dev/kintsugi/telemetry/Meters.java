package dev.kintsugi.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Counts what a process does, in one registry. May be shared between threads. */
public final class Meters {
    private static final Duration[] LATENCIES = Stream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);
    private static final String UNTAGGED = "";
    private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128};

    private final MeterRegistry registry;
    private final boolean read;
    private final ByTag<Counter> counters = new ByTag<>(this::counter);
    private final ByTag<DistributionSummary> sizes = new ByTag<>(this::summary);
    private final ByTag<Timer> timers = new ByTag<>(this::timer);
    private final ByTag<Level> levels = new ByTag<>(this::gauge);

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
    public void expect(Metric metric) {
        counters.get(metric, UNTAGGED);
    }

    /** The same for one that has a tag. */
    public void expect(Metric metric, String value) {
        counters.get(metric, value);
    }

    public void count(Metric metric) {
        counters.get(metric, UNTAGGED).increment();
    }

    /** @param value of the metric's tag */
    public void count(Metric metric, String value) {
        counters.get(metric, value).increment();
    }

    /** Sets how much there is now, until it is {@link #forget forgotten}. */
    public void level(Metric metric, String value, double now) {
        levels.get(metric, value).now.set(now);
    }

    /** No longer tells that level. */
    public void forget(Metric metric, String value) {
        Level level = levels.remove(metric, value);
        if (level != null) {
            registry.remove(level.gauge);
        }
    }

    public void size(Metric metric, int size) {
        sizes.get(metric, UNTAGGED).record(size);
    }

    /** A clock that runs from now. */
    public Clock start() {
        Timer.Sample sample = Timer.start(registry);
        return metric -> sample.stop(timers.get(metric, UNTAGGED));
    }

    /** A running clock. */
    @FunctionalInterface
    public interface Clock {
        /** Records the time since it was started; may be called again. */
        void record(Metric metric);
    }

    private Counter counter(Metric metric, String value) {
        Counter.Builder counter = Counter.builder(metric.meterName()).description(metric.meaning());
        metric.tag().ifPresent(tag -> counter.tag(tag, value));
        return counter.register(registry);
    }

    private DistributionSummary summary(Metric metric, String untagged) {
        return DistributionSummary.builder(metric.meterName())
                .description(metric.meaning())
                .serviceLevelObjectives(SIZES)
                .register(registry);
    }

    private Timer timer(Metric metric, String untagged) {
        return Timer.builder(metric.meterName())
                .description(metric.meaning())
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
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

    /** Those that there are: looking one up in the registry would build its description anew for every event. */
    private static final class ByTag<T> {
        private final Map<Metric, Map<String, T>> made = new EnumMap<>(Metric.class);
        private final BiFunction<Metric, String, T> maker;

        ByTag(BiFunction<Metric, String, T> maker) {
            this.maker = maker;
            for (Metric metric : Metric.values()) {
                made.put(metric, new ConcurrentHashMap<>());
            }
        }

        T get(Metric metric, String value) {
            Map<String, T> ofMetric = made.get(metric);
            T there = ofMetric.get(value);
            return there != null ? there : ofMetric.computeIfAbsent(value, first -> maker.apply(metric, first));
        }

        T remove(Metric metric, String value) {
            return made.get(metric).remove(value);
        }
    }
}
