package dev.kintsugi.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** A topic of strings on some broker, as a test writes and reads it. */
record Topic(String bootstrap, String name) {

    Topic created() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
        return this;
    }

    boolean exists() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.listTopics().names().get().contains(name);
        }
    }

    void write(String... values) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = producer(Map.of("bootstrap.servers", bootstrap))) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(name, value)).get();
            }
        }
    }

    KafkaProducer<String, String> transactionalProducer(String id) {
        return producer(Map.of("bootstrap.servers", bootstrap, "transactional.id", id));
    }

    /** Waits half a second for a topic, where a minute is usual. */
    KafkaProducer<String, String> impatientProducer() {
        return producer(Map.of("bootstrap.servers", bootstrap, "max.block.ms", 500));
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** The first {@code count} committed values, read as a member of a new group. */
    List<String> read(int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                "readers",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false",
                "isolation.level",
                "read_committed");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(name));
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
        }
        return values;
    }
}
