package dev.kintsugi.topology;

import dev.kintsugi.telemetry.Meters;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.streams.KafkaStreams;

/** Kafka Streams' own metrics beside ours, for as long as somebody reads those. */
final class KafkaMeters implements AutoCloseable {
    /** How often it is looked which there are: those of a task come and go with it. Values are read as they are asked. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final ScheduledExecutorService looking;
    private final KafkaStreamsMetrics bridge;

    KafkaMeters(KafkaStreams streams) {
        looking = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "kafka-meters");
            thread.setDaemon(true);
            return thread;
        });
        bridge = new KafkaStreamsMetrics(streams, List.of(), looking, LOOK);
    }

    void begin(Meters meters) {
        meters.exported().ifPresent(bridge::bindTo);
    }

    @Override
    public void close() {
        looking.shutdownNow();
        bridge.close();
    }
}
