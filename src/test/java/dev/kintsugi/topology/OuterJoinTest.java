package dev.kintsugi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.event.Event;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.wire.InMemorySchemas;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import dev.kintsugi.wire.Schemas;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pairing is measured against does the same work, or the comparison would say nothing. */
class OuterJoinTest {
    private final TopologySpec spec = TopologyFile.read(Path.of("topologies", "digits.yaml"));
    private final Schemas schemas = new InMemorySchemas();
    private TopologyTestDriver driver;

    @BeforeEach
    void start(@TempDir Path state) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "join");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(OuterJoin.of(spec, schemas), properties, Instant.ofEpochMilli(Driven.START));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void bothSidesOfAKeyAreOneObservationWithTheirPayloads() {
        image("a", 0);
        audio("a", 500);

        List<Observation> observations = observations();

        assertThat(observations).hasSize(1);
        assertThat(observations.get(0).events())
                .extracting(ObservedEvent::modality)
                .containsExactly("image", "audio");
        assertThat(observations.get(0).events())
                .allSatisfy(event -> assertThat(event.content().bytes().size()).isPositive());
    }

    @Test
    void aLonelySideIsAnObservationOnceALaterEventHasMovedTime() {
        image("a", 0);
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        assertThat(observations()).isEmpty();

        image("b", 10_000);

        assertThat(observations()).extracting(Observation::key).containsExactly("a");
    }

    private void image(String key, long time) {
        send("digits.image", key, RecordType.IMAGE_EVENT, Driven.anImage(key, time));
    }

    private void audio(String key, long time) {
        send("digits.audio", key, RecordType.AUDIO_EVENT, Driven.anAudio(key, time));
    }

    private <E extends Event> void send(String topic, String key, RecordType<E> type, E event) {
        byte[] value = new RecordSerde<>(type, schemas).serializer().serialize(topic, event);
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(key.getBytes(UTF_8), value, event.time());
    }

    private List<Observation> observations() {
        return driver.createOutputTopic(
                        "digits.observations",
                        new StringDeserializer(),
                        new RecordSerde<>(RecordType.OBSERVATION, schemas).deserializer())
                .readValuesToList();
    }
}
