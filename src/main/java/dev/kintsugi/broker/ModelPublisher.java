package dev.kintsugi.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.Fault;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ModelRecord;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Puts bundles on the models topic, and says which one running streams are to use. What is said at once becomes visible at
 * once: the parts of a bundle, the word for it, and that older ones are gone.
 */
public final class ModelPublisher implements AutoCloseable {
    /** Under Kafka's usual megabyte, which the topic's own setting exceeds, but perhaps no setting of a proxy's. */
    private static final int LARGEST_PART = 768 << 10;

    private final Connection connection;
    private final TopologySpec topology;
    private final String topic;
    private final Serializer<ModelRecord> writer;
    private final Producer<byte[], byte[]> producer;

    /** Whoever published before this and has not finished is cut off, so that two never do so at a time. */
    public ModelPublisher(Connection connection, TopologySpec topology) {
        this.connection = connection;
        this.topology = topology;
        this.topic = ModelTopic.name(topology);
        this.writer = new RecordSerde<>(RecordType.MODEL_RECORD, connection.schemas()).serializer();
        this.producer = connection.transactional(topic + ".publisher");
        try {
            sending(producer::initTransactions);
        } catch (Fault failed) {
            producer.close();
            throw failed;
        }
    }

    /** Publishes a bundle, which is chosen with that, and takes back the oldest beyond {@code retrain.keep}. */
    public void publish(String id, byte[] bundle, Instant now) {
        List<ModelRecord> records = new ArrayList<>(parts(id, bundle, now));
        int parts = records.size();
        records.add(new ModelRecord.Choice(id, now));
        List<PublishedModel> there = models();
        sending(() -> {
            producer.beginTransaction();
            records.forEach(this::send);
            there.stream().filter(model -> model.id().equals(id)).forEach(same -> takeBack(same, parts));
            List<PublishedModel> others =
                    there.stream().filter(model -> !model.id().equals(id)).toList();
            others.stream()
                    .limit(Math.max(0, others.size() + 1 - topology.retrain().keep()))
                    .forEach(old -> takeBack(old, 0));
            producer.commitTransaction();
        });
    }

    /**
     * Says that a model published before is to be used.
     *
     * @param prefix of its id, such as records name it by
     */
    public PublishedModel use(String prefix, Instant at) {
        PublishedModel wanted = named(prefix, models());
        sending(() -> {
            producer.beginTransaction();
            send(new ModelRecord.Choice(wanted.id(), at));
            producer.commitTransaction();
        });
        return wanted;
    }

    private PublishedModel named(String prefix, List<PublishedModel> there) {
        List<PublishedModel> fitting = there.stream()
                .filter(model -> !prefix.isEmpty() && model.id().startsWith(prefix))
                .toList();
        if (fitting.size() != 1) {
            throw new Fault("\"" + prefix + "\" begins the id of " + (fitting.isEmpty() ? "no model" : "several models")
                    + " on " + topic + "; use one of those that 'kintsugi models list' shows");
        }
        return fitting.get(0);
    }

    private List<PublishedModel> models() {
        try (ModelTopic reader = ModelTopic.read(connection, topology)) {
            return reader.models();
        }
    }

    private static List<ModelRecord.Part> parts(String id, byte[] bundle, Instant now) {
        int count = (bundle.length + LARGEST_PART - 1) / LARGEST_PART;
        List<ModelRecord.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = i * LARGEST_PART;
            int to = Math.min(bundle.length, from + LARGEST_PART);
            parts.add(new ModelRecord.Part(id, now, i, count, Bytes.of(Arrays.copyOfRange(bundle, from, to))));
        }
        return parts;
    }

    private void send(ModelRecord record) {
        send(ModelIndex.key(record), writer.serialize(topic, record));
    }

    private void takeBack(PublishedModel model, int from) {
        for (int number = from; number < model.parts(); number++) {
            send(ModelIndex.partKey(model.id(), number), null);
        }
    }

    /** A failure is kept by the producer, which then refuses to commit. */
    private void send(String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, 0, key.getBytes(UTF_8), value));
    }

    private void sending(Runnable step) {
        try {
            step.run();
        } catch (KafkaException e) {
            throw connection.failure("publishing on " + topic, e);
        }
    }

    /** Ends a transaction that failed, unless another publisher has done that. */
    @Override
    public void close() {
        producer.close();
    }
}
