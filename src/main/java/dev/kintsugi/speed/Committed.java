package dev.kintsugi.speed;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.Partitions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads topics as a read-committed reader does that waits for each record, from where they end when it begins. */
final class Committed implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;

    Committed(Connection connection, List<String> topics) {
        consumer = connection.consumer();
        List<TopicPartition> partitions = Partitions.of(consumer, topics);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Kafka seeks when it next needs the position: now, so that nothing sent from here on is missed.
        partitions.forEach(consumer::position);
    }

    /** A record that has become readable. */
    record Seen(String key, long nanoTime) {
        static Seen of(ConsumerRecord<byte[], byte[]> record, long nanoTime) {
            return new Seen(new String(record.key(), StandardCharsets.UTF_8), nanoTime);
        }
    }

    /** Who is shown them. */
    interface Viewer {
        void see(Seen record);
    }

    /** Shows records until it has seen enough. */
    void read(BooleanSupplier enough, Viewer viewer) {
        Stillness stillness = new Stillness();
        while (!enough.getAsBoolean()) {
            var records = consumer.poll(POLL);
            long now = System.nanoTime();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                viewer.see(Seen.of(record, now));
            }
            stillness.look(!records.isEmpty(), now);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
