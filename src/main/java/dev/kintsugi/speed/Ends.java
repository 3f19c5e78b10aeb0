package dev.kintsugi.speed;

import dev.kintsugi.Fault;
import dev.kintsugi.broker.Partitions;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Where topics end for a read-committed reader, looked at again and again, without reading what lies there. Each time an end
 * has moved, a transaction has ended: so many records, and one offset for the mark behind them. (Two that end between two
 * looks count for one, with a record more; one that is aborted counts, too, of which a stream that goes well has none.)
 */
final class Ends implements AutoCloseable {
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    private final Consumer<?, ?> consumer;
    private final Map<TopicPartition, Long> last;

    private Ends(Consumer<?, ?> consumer, List<String> topics) {
        this.consumer = consumer;
        last = new HashMap<>(ends(Partitions.of(consumer, topics)));
    }

    /** From where the topics end now; takes over the consumer, which reads committed records only. */
    static Ends of(Consumer<?, ?> consumer, List<String> topics) {
        try {
            return new Ends(consumer, topics);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Who is told. */
    interface Viewer {
        void see(TopicPartition partition, long records, long nanoTime);
    }

    /** Tells of commits until there were enough. */
    void watch(BooleanSupplier enough, Viewer viewer) {
        Stillness stillness = new Stillness();
        while (!enough.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
            Map<TopicPartition, Long> ends = ends(last.keySet());
            long now = System.nanoTime();
            stillness.look(!ends.equals(last), now);
            ends.forEach((partition, end) -> tell(partition, end, now, viewer));
        }
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        try {
            return consumer.endOffsets(partitions);
        } catch (KafkaException e) {
            throw new Fault("the broker does not say where topics end: " + e.getMessage() + "; see its log", e);
        }
    }

    private void tell(TopicPartition partition, long end, long nanoTime, Viewer viewer) {
        long records = end - last.put(partition, end) - 1;
        if (records > 0) {
            viewer.see(partition, records, nanoTime);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
