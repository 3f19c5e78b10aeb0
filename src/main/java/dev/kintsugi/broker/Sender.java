package dev.kintsugi.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.Fault;
import dev.kintsugi.event.Event;
import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import dev.kintsugi.wire.Schemas;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Sends events to the input topics of a topology, keys as UTF-8.
 *
 * <p>Kafka reports a failed send only later; the first failure is thrown at the next send, or on {@link #flush()}.
 */
public final class Sender implements AutoCloseable {
    private final Connection connection;
    private final Map<String, Route> routes = new HashMap<>();
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public Sender(Connection connection, TopologySpec topology) {
        this.connection = connection;
        Schemas schemas = connection.schemas();
        topology.modalities().forEach(modality -> routes.put(modality.name(), route(modality, schemas)));
        requireTopics();
        this.producer = connection.producer();
    }

    /** Sends one event; answers the size of its record's value. */
    public int send(String key, String modality, Event event) {
        throwFailure();
        Route route = routes.get(modality);
        byte[] value = route.write(event);
        try {
            producer.send(
                    new ProducerRecord<>(route.topic(), key.getBytes(UTF_8), value),
                    (sent, problem) -> failure.compareAndSet(null, problem));
        } catch (KafkaException e) {
            throw connection.failure("sending to " + route.topic(), e);
        }
        return value.length;
    }

    /** Returns when all that was sent has been acknowledged. */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    private void throwFailure() {
        Exception first = failure.get();
        if (first != null) {
            throw connection.failure("sending", first);
        }
    }

    /** Before the first event: a producer would wait for a topic that is not there for as long as it waits for a broker. */
    private void requireTopics() {
        try (Admin admin = connection.admin()) {
            Set<String> there = connection.await(admin.listTopics().names(), "listing topics");
            for (Route route : routes.values()) {
                if (!there.contains(route.topic())) {
                    throw new Fault("there is no topic " + route.topic() + " at " + connection.bootstrap()
                            + "; create it with 'kintsugi topics create'");
                }
            }
        }
    }

    private static Route route(ModalitySpec modality, Schemas schemas) {
        return Route.of(modality.topic(), TopicRecords.ofEvents(modality), schemas);
    }

    @Override
    public void close() {
        producer.close();
    }

    /** Where a modality's events go, and how they are written. */
    private record Route(String topic, Serializer<Event> serializer) {

        @SuppressWarnings("unchecked") // a serializer of image events is given image events: the modality says so
        static Route of(String topic, RecordType<?> type, Schemas schemas) {
            return new Route(topic, (Serializer<Event>) new RecordSerde<>(type, schemas).serializer());
        }

        byte[] write(Event event) {
            return serializer.serialize(topic, event);
        }
    }
}
