package dev.kintsugi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.AudioPayload;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.Event;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.event.LabelEvent;
import dev.kintsugi.event.Latents;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.Restored;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.telemetry.Meters;
import dev.kintsugi.telemetry.Metric;
import dev.kintsugi.wire.InMemorySchemas;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import dev.kintsugi.wire.Schemas;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The stream of a shipped topology under Kafka's test driver: events in at their times, records out. */
final class Driven implements AutoCloseable {
    static final long START = 1_700_000_000_000L;

    final TopologySpec spec;
    final FakeModel model = new FakeModel();
    final Schemas schemas;
    private final Path folder;
    private final Set<Stage> stages;
    private String lastId = "";
    private final KeptStores stores = new KeptStores();
    final MeterRegistry registry = new SimpleMeterRegistry();
    final LastCall lastCall = new LastCall();
    TopologyTestDriver driver;

    Driven(Path folder) {
        this(folder, new InMemorySchemas());
    }

    Driven(Path folder, Schemas schemas) {
        this(folder, "digits", Set.of(Stage.PAIR, Stage.RESTORE), schemas);
    }

    Driven(Path folder, String topology, Set<Stage> stages) {
        this(folder, topology, stages, new InMemorySchemas());
    }

    private Driven(Path folder, String topology, Set<Stage> stages, Schemas schemas) {
        this.schemas = schemas;
        this.spec = TopologyFile.read(Path.of("topologies", topology + ".yaml"));
        this.folder = folder;
        this.stages = stages;
        driver = driver(START);
    }

    private TopologyTestDriver driver(long now) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "driven");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return new TopologyTestDriver(
                StreamTopology.of(
                        spec,
                        stages,
                        schemas,
                        () -> model,
                        spec.topics().partitions(),
                        new Operation(new Meters(registry), lastCall, () -> model.busy.toNanos()),
                        stores),
                properties,
                Instant.ofEpochMilli(now));
    }

    /** Stops and starts again from the state that was left, some time later. */
    void restart(long now) {
        driver.close();
        driver = driver(now);
    }

    Driven image(String key, long time) {
        return send(
                spec.modality("image").orElseThrow().topic(), key, RecordType.IMAGE_EVENT, anImage(key, time), time);
    }

    static ImageEvent anImage(String key, long time) {
        return new ImageEvent(
                Optional.of("image of " + key + " at " + time),
                Instant.ofEpochMilli(START + time),
                Optional.empty(),
                new ImagePayload.Png(Bytes.of(Pictures.png(cross()))));
    }

    Driven audio(String key, long time) {
        return send("digits.audio", key, RecordType.AUDIO_EVENT, anAudio(key, time), time);
    }

    static AudioEvent anAudio(String key, long time) {
        return new AudioEvent(
                Optional.of("audio of " + key + " at " + time),
                Instant.ofEpochMilli(START + time),
                Optional.empty(),
                new AudioPayload.Wav(Bytes.of(Wav.encode(tone()))));
    }

    Driven label(String key, long time, String label) {
        LabelEvent event = new LabelEvent(
                Optional.of("label of " + key + " at " + time),
                Instant.ofEpochMilli(START + time),
                Optional.empty(),
                label);
        return send("digits.label", key, RecordType.LABEL_EVENT, event, time);
    }

    /** The id of the event sent last. */
    String lastId() {
        return lastId;
    }

    <E extends Event> Driven send(String topic, String key, RecordType<E> type, E event, long time) {
        lastId = event.id().orElse("");
        return raw(topic, key.getBytes(UTF_8), bytes(topic, type, event), time, new RecordHeaders());
    }

    <E extends Event> byte[] bytes(String topic, RecordType<E> type, E event) {
        return new RecordSerde<>(type, schemas).serializer().serialize(topic, event);
    }

    Driven raw(String topic, byte[] key, byte[] value, long time, Headers headers) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers, START + time));
        return this;
    }

    Driven quiet(long millis) {
        driver.advanceWallClockTime(Duration.ofMillis(millis));
        return this;
    }

    /** How many observations are remembered. */
    int remembered() {
        int count = 0;
        LateWindows<?> windows = (LateWindows<?>) driver.getStateStore(Store.REMEMBERED.storeName());
        try (var all = windows.whole().all()) {
            while (all.hasNext()) {
                all.next();
                count++;
            }
        }
        return count;
    }

    List<Observation> observations() {
        return read("digits.observations", RecordType.OBSERVATION);
    }

    List<Restored> restored(String modality) {
        return read("digits." + modality + ".restored", RecordType.RESTORED);
    }

    List<Latents> latents() {
        return read("digits.latents", RecordType.LATENTS);
    }

    List<Hindsight> hindsight() {
        return read("digits.hindsight", RecordType.HINDSIGHT);
    }

    <T> List<T> read(String topic, RecordType<T> type) {
        return records(topic, type).stream().map(TestRecord::value).toList();
    }

    <T> List<TestRecord<String, T>> records(String topic, RecordType<T> type) {
        return driver.createOutputTopic(
                        topic, new StringDeserializer(), new RecordSerde<>(type, schemas).deserializer())
                .readRecordsToList();
    }

    List<TestRecord<byte[], byte[]>> dead() {
        return driver.createOutputTopic("digits.dlq", new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** @param value of the metric's tag, if it has one */
    double counted(Metric metric, String... value) {
        RequiredSearch search = registry.get(metric.meterName());
        metric.tag().ifPresent(tag -> search.tag(tag, value[0]));
        return search.counter().count();
    }

    /** How much there is in the only task. */
    double level(Metric metric) {
        return registry.get(metric.meterName()).gauge().value();
    }

    private static Picture cross() {
        byte[] grey = new byte[28 * 28];
        for (int i = 4; i < 24; i++) {
            grey[14 * 28 + i] = (byte) 255;
            grey[i * 28 + 14] = (byte) 255;
        }
        return new Picture(28, 28, grey);
    }

    private static Sound tone() {
        float[] samples = new float[4_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (.5 * Math.sin(i * .3));
        }
        return new Sound(8_000, samples);
    }

    @Override
    public void close() {
        driver.close();
    }
}
