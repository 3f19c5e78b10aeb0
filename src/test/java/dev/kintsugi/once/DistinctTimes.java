package dev.kintsugi.once;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Gives every record that is sent a timestamp of its own. Of two topics whose next records are of the same millisecond
 * Kafka Streams reads either first, so that a run would differ from any other run, killed or not.
 */
public final class DistinctTimes implements ProducerInterceptor<byte[], byte[]> {
    private final AtomicLong next = new AtomicLong(System.currentTimeMillis());

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(),
                record.partition(),
                next.getAndIncrement(),
                record.key(),
                record.value(),
                record.headers());
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception exception) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
