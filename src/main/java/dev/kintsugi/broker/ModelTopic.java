package dev.kintsugi.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.Fault;
import dev.kintsugi.event.ModelRecord;
import dev.kintsugi.spec.TopicRole;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import dev.kintsugi.wire.UndecodableException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models topic of a topology, as one reader sees it. For one thread, but for {@link #stop}. */
public final class ModelTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelTopic.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENT_AT_MOST = Duration.ofMillis(Connection.ANSWER_WITHIN_MS);
    private static final long UNKNOWN = -1;

    private final TopicPartition place;
    private final Consumer<byte[], byte[]> consumer;
    private final Deserializer<ModelRecord> reader;
    private final LongSupplier nanoTime;
    private final ModelIndex index = new ModelIndex();
    private long next = UNKNOWN;

    private ModelTopic(
            TopologySpec topology,
            Consumer<byte[], byte[]> consumer,
            Deserializer<ModelRecord> reader,
            LongSupplier nanoTime) {
        this.place = new TopicPartition(name(topology), 0);
        this.consumer = consumer;
        this.reader = reader;
        this.nanoTime = nanoTime;
        consumer.assign(List.of(place));
    }

    /** Reads what has been committed by now. */
    public static ModelTopic read(Connection connection, TopologySpec topology) {
        return read(connection, topology, connection.consumer(), System::nanoTime);
    }

    static ModelTopic read(
            Connection connection, TopologySpec topology, Consumer<byte[], byte[]> consumer, LongSupplier nanoTime) {
        Deserializer<ModelRecord> reader =
                new RecordSerde<>(RecordType.MODEL_RECORD, connection.schemas()).deserializer();
        ModelTopic topic = new ModelTopic(topology, consumer, reader, nanoTime);
        try {
            topic.require(connection);
            topic.catchUp();
            return topic;
        } catch (KafkaException e) {
            topic.close();
            throw connection.failure("reading " + topic.place.topic(), e);
        } catch (RuntimeException e) {
            topic.close();
            throw e;
        }
    }

    /** Asked for an end of what is not there, Kafka waits for as long as for a broker. */
    private void require(Connection connection) {
        if (consumer.partitionsFor(place.topic()).isEmpty()) {
            throw new Fault("there is no topic " + place.topic() + " at " + connection.bootstrap()
                    + "; create what the topology names with 'kintsugi topics create'");
        }
    }

    static String name(TopologySpec topology) {
        return topology.topics().only(TopicRole.MODELS).orElseThrow().name();
    }

    private void catchUp() {
        long end = consumer.endOffsets(List.of(place)).get(place);
        Patience patience = new Patience();
        while (next < end) {
            long before = next;
            poll(POLL);
            patience.goesOn(next > before);
        }
    }

    /** Reads what comes within that time. After a failure it begins with what it has not yet understood. */
    void poll(Duration most) {
        if (next == UNKNOWN) {
            consumer.seekToBeginning(List.of(place));
        } else if (consumer.position(place) != next) {
            consumer.seek(place, next);
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(most)) {
            look(record);
            next = record.offset() + 1;
        }
        next = Math.max(next, consumer.position(place));
    }

    private void look(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            index.remove(record.key() == null ? "" : new String(record.key(), UTF_8));
            return;
        }
        try {
            index.add(record.offset(), reader.deserialize(record.topic(), record.value()));
        } catch (UndecodableException e) {
            LOG.warn("{} offset {} is passed over: {}", record.topic(), record.offset(), e.getMessage());
        }
    }

    /** Whole bundles, in the order in which they were published last. */
    public List<PublishedModel> models() {
        return index.models();
    }

    /** The id of the one that running streams are to use, whether or not it is there. */
    Optional<String> wanted() {
        return index.chosen();
    }

    /** The one that running streams are to use, if it is there. */
    public Optional<PublishedModel> chosen() {
        return models().stream().filter(PublishedModel::chosen).findFirst();
    }

    /**
     * Its bundle, as bytes.
     *
     * @throws Fault if it was taken back in the meantime
     * @throws TimeoutException if the broker went away
     */
    public byte[] load(PublishedModel model) {
        long[] offsets = index.offsets(model);
        Map<Long, byte[]> parts = new HashMap<>();
        Patience patience = new Patience();
        consumer.seek(place, offsets[0]);
        long at = offsets[0];
        while (at <= offsets[offsets.length - 1]) {
            long before = at;
            consumer.poll(POLL).forEach(record -> parts.put(record.offset(), record.value()));
            at = consumer.position(place);
            patience.goesOn(at > before);
        }
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (long offset : offsets) {
            byte[] value = parts.get(offset);
            if (value == null) {
                throw new Fault("model " + model.id() + " is no longer whole on " + place.topic()
                        + "; publish it anew with 'kintsugi models publish'");
            }
            bundle.writeBytes(part(value).bytes().array());
        }
        return bundle.toByteArray();
    }

    private ModelRecord.Part part(byte[] value) {
        return (ModelRecord.Part) reader.deserialize(place.topic(), value);
    }

    /** Ends what is being waited for with a {@link org.apache.kafka.common.errors.WakeupException}; from any thread. */
    void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Polling a broker that is gone finds nothing, for ever and without a word. */
    private final class Patience {
        private long since = nanoTime.getAsLong();

        void goesOn(boolean progress) {
            long now = nanoTime.getAsLong();
            if (progress) {
                since = now;
            } else if (now - since > SILENT_AT_MOST.toNanos()) {
                throw new TimeoutException("nothing of " + place + " came within " + SILENT_AT_MOST.toSeconds() + " s");
            }
        }
    }
}
