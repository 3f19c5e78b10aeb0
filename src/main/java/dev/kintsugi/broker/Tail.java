package dev.kintsugi.broker;

import dev.kintsugi.Fault;
import dev.kintsugi.wire.AnyRecordReader;
import dev.kintsugi.wire.UndecodableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Follows topics and shows each record to somebody, until it has seen enough or is stopped. */
public final class Tail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection connection;
    private final Consumer<byte[], byte[]> consumer;
    private final AnyRecordReader reader;
    private final LongSupplier nanoTime;

    public Tail(Connection connection, LongSupplier nanoTime) {
        this.connection = connection;
        this.consumer = connection.consumer();
        this.reader = new AnyRecordReader(connection.schemas());
        this.nanoTime = nanoTime;
    }

    /** Shows record after record; answers how many. */
    public long follow(TailSettings settings, java.util.function.Consumer<Seen> viewer) {
        try {
            begin(settings);
            return read(settings, viewer);
        } catch (WakeupException stopped) {
            throw new Fault("stopped before the first record", stopped);
        } catch (KafkaException e) {
            throw connection.failure("reading " + String.join(", ", settings.topics()), e);
        }
    }

    /** Makes {@link #follow} return soon; may be called from any thread. */
    public void stop() {
        consumer.wakeup();
    }

    private void begin(TailSettings settings) {
        List<TopicPartition> partitions = settings.topics().stream()
                .flatMap(topic -> partitions(topic).stream())
                .toList();
        consumer.assign(partitions);
        if (settings.fromBeginning()) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Kafka seeks when it next needs the position: now, so that nothing sent from here on is missed.
        partitions.forEach(consumer::position);
    }

    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = Partitions.of(consumer, List.of(topic));
        if (partitions.isEmpty()) {
            throw new Fault("there is no topic " + topic + " at " + connection.bootstrap()
                    + "; see those of a topology with 'kintsugi topics list'");
        }
        return partitions;
    }

    private long read(TailSettings settings, java.util.function.Consumer<Seen> viewer) {
        long seen = 0;
        long lastSeen = nanoTime.getAsLong();
        try {
            while (seen < settings.most() && !silentSince(lastSeen, settings.silence())) {
                for (ConsumerRecord<byte[], byte[]> raw : consumer.poll(POLL)) {
                    if (seen == settings.most()) {
                        break;
                    }
                    viewer.accept(look(raw));
                    seen++;
                    lastSeen = nanoTime.getAsLong();
                }
            }
        } catch (WakeupException stopped) {
            return seen;
        }
        return seen;
    }

    private boolean silentSince(long lastSeen, Optional<Duration> limit) {
        return limit.isPresent()
                && nanoTime.getAsLong() - lastSeen > limit.get().toNanos();
    }

    private Seen look(ConsumerRecord<byte[], byte[]> raw) {
        if (raw.value() == null) {
            return new Seen(raw, Optional.empty(), Optional.of("no value (a tombstone)"));
        }
        try {
            return new Seen(raw, Optional.of(reader.read(raw.value())), Optional.empty());
        } catch (UndecodableException e) {
            return new Seen(raw, Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
