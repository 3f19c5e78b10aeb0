package dev.kintsugi.embedded.registry;

import dev.kintsugi.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The log as the compacted topic {@code _schemas}, of one partition so that it has one order.
 *
 * <p>This registry is the topic's only writer while it runs, so it reads the topic once, at its start.
 */
final class TopicLog implements SchemaLog, AutoCloseable {

    static final String TOPIC = "_schemas";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String clusterId;

    private TopicLog(KafkaProducer<byte[], byte[]> producer, String clusterId) {
        this.producer = producer;
        this.clusterId = clusterId;
    }

    /** Makes the topic if need be, and hands everything in it to {@code replay}, in order. */
    static TopicLog open(String bootstrap, Consumer<Change> replay) {
        String clusterId = createTopic(bootstrap);
        replay(bootstrap, replay);
        return new TopicLog(producer(bootstrap), clusterId);
    }

    String clusterId() {
        return clusterId;
    }

    private static String createTopic(String bootstrap) {
        NewTopic topic = new NewTopic(TOPIC, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            String id = admin.describeCluster().clusterId().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            createIfMissing(admin, topic);
            return id;
        } catch (ExecutionException | TimeoutException e) {
            throw new Fault(
                    "schema registry: the broker at " + bootstrap + " gave no topic " + TOPIC + " within "
                            + PATIENCE.toSeconds() + " s (" + e + "); check the address and that the broker runs",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("schema registry: interrupted while it looked for topic " + TOPIC + "; start it again", e);
        }
    }

    private static void createIfMissing(Admin admin, NewTopic topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            admin.createTopics(List.of(topic)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static void replay(String bootstrap, Consumer<Change> replay) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION), PATIENCE).get(PARTITION);
            while (consumer.position(PARTITION, PATIENCE) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    RecordFormat.read(record.key(), record.value()).ifPresent(replay);
                }
            }
        }
    }

    /** A registry that cannot write says so within the patience of its clients, which is 60 s. */
    private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "acks",
                "all",
                "linger.ms",
                0,
                "max.block.ms",
                (int) PATIENCE.toMillis(),
                "request.timeout.ms",
                10_000,
                "delivery.timeout.ms",
                (int) PATIENCE.toMillis());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void append(Change change) {
        RecordFormat.KeyValue record = RecordFormat.write(change);
        await(producer.send(new ProducerRecord<>(TOPIC, PARTITION.partition(), record.key(), record.value())));
    }

    private static void await(Future<RecordMetadata> record) {
        try {
            record.get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RegistryException.unwritten(e);
        }
    }

    private static RegistryException failure(Throwable cause) {
        if (cause instanceof RecordTooLargeException) {
            return RegistryException.tooLarge(cause);
        }
        return cause instanceof org.apache.kafka.common.errors.TimeoutException
                ? RegistryException.timedOut(cause)
                : RegistryException.unwritten(cause);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
