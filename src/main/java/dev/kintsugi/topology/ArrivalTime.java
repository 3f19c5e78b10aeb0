package dev.kintsugi.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The Kafka timestamp, by which a task chooses the topic that it reads from next. Event times are inside the records, and
 * their sender's; where a record has no timestamp at all it counts as the oldest, rather than end the stream as Kafka's own
 * extractor would.
 */
final class ArrivalTime implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }
}
