package dev.kintsugi.topology;

import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.pairing.Arrival;
import dev.kintsugi.telemetry.Meters;
import dev.kintsugi.telemetry.Metric;
import dev.kintsugi.wire.UndecodableException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records of one input topic. What is an event goes to pairing, what is none to the dead letters; of those, pairing
 * hears that something was read, which is no silence.
 */
final class ReadProcessor implements Processor<byte[], byte[], Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(ReadProcessor.class);

    private final EventReader reader;
    private final Duration ahead;
    private final int partitions;
    private final Meters meters;
    private final TaskStores stores;
    private ProcessorContext<Object, Object> context;
    private boolean toldOfMisplaced;

    /**
     * @param ahead the most that an event time may lie ahead of its record's timestamp
     * @param partitions of the topic
     */
    ReadProcessor(EventReader reader, Duration ahead, int partitions, Meters meters, TaskStores stores) {
        this.reader = reader;
        this.ahead = ahead;
        this.partitions = partitions;
        this.meters = meters;
        this.stores = stores;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        meters.expect(Metric.EVENTS, reader.modality());
    }

    /** Whatever fails on the way from here to what is sent comes back through here. */
    @Override
    public void process(Record<byte[], byte[]> record) {
        stores.during(context.taskId(), () -> read(record));
    }

    private void read(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        Origin origin = new Origin(metadata.topic(), metadata.partition(), metadata.offset());
        try {
            String key = key(record.key());
            ObservedEvent event = reader.read(record.value(), origin);
            refuseFuture(event, record.timestamp());
            watchPlace(record.key(), origin);
            meters.count(Metric.EVENTS, reader.modality());
            Arrival arrival = new Arrival(key, event, Trace.of(record.headers()));
            context.forward(new Record<>(key, Optional.of(arrival), record.timestamp()), Node.PAIR);
        } catch (UndecodableException e) {
            bury(record, origin, e.reason().code(), e);
        } catch (UnfitException e) {
            bury(record, origin, e.reason(), e);
        }
    }

    private void bury(Record<byte[], byte[]> record, Origin origin, String reason, Exception failure) {
        LOG.debug("Dead letter at {}: {}", origin, failure.getMessage());
        meters.count(Metric.DEAD_LETTERS, reason);
        context.forward(
                DeadLetter.of(
                        record.key(), record.value(), record.timestamp(), record.headers(), origin, reason, failure),
                Node.DEAD_LETTERS);
        context.forward(new Record<>("", Optional.<Arrival>empty(), record.timestamp()), Node.PAIR);
    }

    private static String key(byte[] bytes) {
        if (bytes == null) {
            throw new UnfitException("key-missing", "the record has no key; events are paired by their keys");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnfitException("key-not-utf8", "the key's " + bytes.length + " bytes are not UTF-8 text");
        }
    }

    /** One such event would move stream time past all deadlines, and make everything else late. */
    private void refuseFuture(ObservedEvent event, long timestamp) {
        Instant latest = Instant.ofEpochMilli(timestamp).plus(ahead);
        if (event.time().isAfter(latest)) {
            throw new UnfitException(
                    "event-time-ahead",
                    "the event's time is " + event.time() + ", more than pairing.ahead, " + ahead.toMillis()
                            + " ms, after its record's, " + Instant.ofEpochMilli(timestamp)
                            + "; set the sender's clock, or state seconds as milliseconds");
        }
    }

    /** Its other side, sent by a client that partitions as Kafka's own does, can never meet it here. */
    private void watchPlace(byte[] key, Origin origin) {
        int rightful = BuiltInPartitioner.partitionForKey(key, partitions);
        if (rightful == origin.partition()) {
            return;
        }
        meters.count(Metric.MISPLACED, reader.modality());
        if (!toldOfMisplaced) {
            toldOfMisplaced = true;
            LOG.warn(
                    "{} offset {} lies in partition {}, where murmur2 of its key says {} of {}: it cannot be paired with"
                            + " events that lie there. Clients of librdkafka need partitioner=murmur2_random."
                            + " Further ones are counted only, as kintsugi_read_misplaced_total",
                    origin.topic(),
                    origin.offset(),
                    origin.partition(),
                    rightful,
                    partitions);
        }
    }
}
