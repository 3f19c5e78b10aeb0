package dev.kintsugi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.wire.UndecodableException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The serde at its three places in a topology: sources and sinks, stores with their changelogs, and bytes decoded inside. */
class RecordSerdeDriverTest {
    private static final String STORE = "latest-pictures";

    private final RecordSerde<ImageEvent> serde = new RecordSerde<>(RecordType.IMAGE_EVENT, new InMemorySchemas());
    private TopologyTestDriver driver;

    @BeforeEach
    void start(@TempDir Path folder) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "serde-driver-test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(topology(), properties);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void keepsEventsInAStoreAndItsChangelog() {
        ImageEvent first = new SampleRecords(1).image();
        ImageEvent second = new SampleRecords(2).image();
        send("a", serde.serializer().serialize("pictures", first));
        send("b", serde.serializer().serialize("pictures", second));

        KeyValueStore<String, ImageEvent> store = driver.getKeyValueStore(STORE);
        assertThat(store.get("a")).isEqualTo(first);
        assertThat(store.get("b")).isEqualTo(second);
    }

    @Test
    void sendsOnWhatItRead() {
        ImageEvent event = new SampleRecords(3).image();
        send("a", serde.serializer().serialize("pictures", event));
        var out = driver.createOutputTopic("kept", new StringDeserializer(), serde.deserializer());
        assertThat(out.readKeyValue().value).isEqualTo(event);
    }

    @Test
    void aPoisonRecordGoesByWithItsReasonAndTheNextIsRead() {
        byte[] poison = "not a record".getBytes(StandardCharsets.UTF_8);
        ImageEvent event = new SampleRecords(4).image();
        send("a", poison);
        send("a", serde.serializer().serialize("pictures", event));

        var dead = driver.createOutputTopic("dead", new StringDeserializer(), new ByteArrayDeserializer())
                .readRecord();
        assertThat(dead.value()).isEqualTo(poison);
        assertThat(dead.headers().lastHeader("reason").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(Reason.NOT_FRAMED.code());
        KeyValueStore<String, ImageEvent> store = driver.getKeyValueStore(STORE);
        assertThat(store.get("a")).isEqualTo(event);
    }

    private void send(String key, byte[] value) {
        driver.createInputTopic("pictures", new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    private Topology topology() {
        return new Topology()
                .addSource("pictures-source", Serdes.String().deserializer(), new ByteArrayDeserializer(), "pictures")
                .addProcessor("keep", Keeper::new, "pictures-source")
                .addStateStore(
                        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), serde),
                        "keep")
                .addSink("kept-sink", "kept", Serdes.String().serializer(), serde.serializer(), "keep")
                .addSink("dead-sink", "dead", Serdes.String().serializer(), new ByteArraySerializer(), "keep");
    }

    /** Decodes inside, as the pipeline's sources do, so that a bad event can be sent on as it came. */
    private final class Keeper implements Processor<String, byte[], String, Object> {
        private ProcessorContext<String, Object> context;
        private KeyValueStore<String, ImageEvent> store;

        @Override
        public void init(ProcessorContext<String, Object> context) {
            this.context = context;
            this.store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, byte[]> record) {
            try {
                ImageEvent event = serde.deserializer().deserialize("pictures", record.value());
                store.put(record.key(), event);
                context.forward(record.withValue(event), "kept-sink");
            } catch (UndecodableException e) {
                record.headers().add("reason", e.reason().code().getBytes(StandardCharsets.UTF_8));
                context.forward(record.withValue(record.value()), "dead-sink");
            }
        }
    }
}
