package dev.kintsugi.broker;

import dev.kintsugi.Fault;
import dev.kintsugi.wire.ConfluentSchemas;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How to reach a broker and its schema registry: two addresses, and whatever else the clients' own properties say.
 *
 * @param properties plain Kafka and registry client properties (TLS, SASL, credentials), without the two addresses
 */
public record Connection(String bootstrap, String registry, Map<String, String> properties) {
    private static final int ANSWER_WITHIN_MS = 15_000;

    public Connection {
        properties = Map.copyOf(properties);
    }

    public Admin admin() {
        return open(() -> Admin.create(with(Map.of(
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS,
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS))));
    }

    /** A producer that waits for all replicas and repeats nothing. */
    public Producer<byte[], byte[]> producer() {
        return open(() -> new KafkaProducer<>(
                with(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        ANSWER_WITHIN_MS)),
                new ByteArraySerializer(),
                new ByteArraySerializer()));
    }

    /** A consumer outside any group that sees committed records only. */
    public Consumer<byte[], byte[]> consumer() {
        return open(() -> new KafkaConsumer<>(
                with(Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        ANSWER_WITHIN_MS)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()));
    }

    public ConfluentSchemas schemas() {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(ConfluentSchemas.URL, registry);
        return new ConfluentSchemas(all);
    }

    /** Waits for a broker's answer, and turns its failures into faults that say what to do. */
    <T> T await(KafkaFuture<T> answer, String what) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw failure(what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("interrupted while waiting for " + bootstrap, e);
        }
    }

    Fault failure(String what, Throwable cause) {
        if (cause instanceof TimeoutException) {
            return new Fault(
                    "no Kafka broker answers at " + bootstrap
                            + "; start one with 'kintsugi broker', or name yours with --bootstrap",
                    cause);
        }
        return new Fault(what + " failed at " + bootstrap + ": " + cause.getMessage(), cause);
    }

    /** What was asked for outranks our defaults, the addresses outrank both. */
    private Map<String, Object> with(Map<String, Object> defaults) {
        Map<String, Object> all = new HashMap<>(defaults);
        all.putAll(properties);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return all;
    }

    private <T> T open(Supplier<T> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Fault("no client can be made for " + bootstrap + ": " + cause.getMessage(), e);
        }
    }
}
