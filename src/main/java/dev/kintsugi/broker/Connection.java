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
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How to reach a broker and its schema registry: two addresses, and whatever else the clients' own properties say.
 *
 * @param properties plain Kafka and registry client properties (TLS, SASL, credentials), without the two addresses
 */
public record Connection(String bootstrap, String registry, Map<String, String> properties) {
    /** How long a broker may leave us waiting, where nobody says otherwise. */
    static final int ANSWER_WITHIN_MS = 15_000;

    public Connection {
        properties = Map.copyOf(properties);
    }

    public Admin admin() {
        return open(() -> Admin.create(with(Map.of(
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS,
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.max(ANSWER_WITHIN_MS, requestTimeout())))));
    }

    /** Kafka refuses to wait for an answer as a whole less long than for a request; what is no number it refuses itself. */
    private int requestTimeout() {
        String given = properties.getOrDefault(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, "0");
        return given.matches("\\d{1,9}") ? Integer.parseInt(given) : 0;
    }

    /** A producer that waits for all replicas and repeats nothing. */
    public Producer<byte[], byte[]> producer() {
        if (properties.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG)) {
            throw new Fault(ProducerConfig.TRANSACTIONAL_ID_CONFIG + " is \""
                    + properties.get(ProducerConfig.TRANSACTIONAL_ID_CONFIG)
                    + "\", but events are sent without transactions; leave it out of --config");
        }
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

    /** A producer whose transactions another with the same id ends, so that only the later one can send. */
    Producer<byte[], byte[]> transactional(String id) {
        Map<String, Object> all =
                with(Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_WITHIN_MS));
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        return open(() -> new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()));
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

    /** The user's own properties, and the broker's address. */
    public Map<String, String> forStreams() {
        Map<String, String> all = new HashMap<>(properties);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return all;
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
        return new Fault(what + " failed at " + bootstrap + ": " + cause.getMessage() + remedy(cause), cause);
    }

    private static String remedy(Throwable cause) {
        if (cause instanceof RecordTooLargeException) {
            return "; send less, or raise max.request.size in --config and max.message.bytes of the topic";
        }
        if (cause instanceof InvalidTopicException) {
            return "; use a topic name of letters, digits, dot, underscore and hyphen";
        }
        return cause instanceof AuthorizationException || cause instanceof AuthenticationException
                ? "; ask for the right, or give other credentials in --config"
                : "; see --bootstrap and --config, or the broker's log";
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
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            throw new Fault(
                    "no client can be made for \"" + bootstrap + "\": " + root.getMessage()
                            + "; mend --bootstrap (HOST:PORT) or the properties in --config",
                    e);
        }
    }
}
