package dev.kintsugi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.embedded.BrokerSettings;
import dev.kintsugi.embedded.EmbeddedCluster;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.wire.UndecodableException.Reason;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our records beside those of plain Avro and the genuine registry client, over a registry that answers HTTP. */
class InteropIT {
    private static EmbeddedCluster cluster;

    private final SchemaRegistryClient genuine = new CachedSchemaRegistryClient(cluster.registryUrl(), 100);
    private final Schemas ours = new ConfluentSchemas(Map.of(ConfluentSchemas.URL, cluster.registryUrl()));
    private final RecordSerde<ImageEvent> serde = new RecordSerde<>(RecordType.IMAGE_EVENT, ours);

    @BeforeAll
    static void start(@TempDir Path folder) {
        cluster = EmbeddedCluster.start(BrokerSettings.loopback(folder, 0), 0);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void plainAvroReadsWhatWeWrite() throws Exception {
        ImageEvent event = new SampleRecords(11).image();
        byte[] bytes = serde.serializer().serialize("ours", event);

        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        assertThat(buffer.get()).isZero();
        int id = buffer.getInt();
        Schema schema = new Schema.Parser().parse(genuine.getSchemaById(id).canonicalString());
        var decoder = DecoderFactory.get().binaryDecoder(bytes, buffer.position(), buffer.remaining(), null);
        GenericRecord record = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);

        assertThat(record.get("eventTime")).isEqualTo(event.time().toEpochMilli());
        assertThat(Optional.ofNullable(record.get("source")).map(Object::toString))
                .isEqualTo(event.source());
        assertThat(((ByteBuffer) record.get("payload")).array())
                .isEqualTo(event.payload().bytes().array());
        assertThat(genuine.getAllSubjects()).contains("ours-value");
    }

    @Test
    void weReadWhatPlainAvroWrites() throws Exception {
        Schema schema = RecordType.IMAGE_EVENT.schema();
        int id = genuine.register("theirs-value", new AvroSchema(RecordType.IMAGE_EVENT.schemaJson()));
        GenericRecord record = new GenericData.Record(schema);
        record.put("eventTime", 1_790_000_000_123L);
        record.put(
                "encoding",
                new GenericData.EnumSymbol(schema.getField("encoding").schema(), "PNG"));
        record.put("payload", ByteBuffer.wrap(new byte[] {1, 2, 3}));

        ImageEvent event = serde.deserializer().deserialize("theirs", EvolvedWriter.framed(id, schema, record));

        assertThat(event.time()).isEqualTo(Instant.ofEpochMilli(1_790_000_000_123L));
        assertThat(event.payload()).isInstanceOf(ImagePayload.Png.class);
        assertThat(event.payload().bytes().array()).containsExactly(1, 2, 3);
    }

    @Test
    void aSchemaThatTheGenuineClientRegisteredFromTheFileIsOurs() throws Exception {
        String file = Files.readString(Path.of("schemas", "LabelEvent.avsc"));
        int id = genuine.register("filed-value", new AvroSchema(file));
        assertThat(ours.idOf("filed-value", RecordType.LABEL_EVENT.schemaJson()))
                .isEqualTo(id);
        assertThat(genuine.getAllVersions("filed-value")).hasSize(1);
    }

    @Test
    void sayWhatIsWrongWithAnUnknownIdATruncationAndAWrongMagicByte() {
        byte[] whole = serde.serializer().serialize("ours", new SampleRecords(12).image());
        byte[] unknown = whole.clone();
        ByteBuffer.wrap(unknown).putInt(1, 54_321);
        byte[] magic = whole.clone();
        magic[0] = 1;

        assertReason(unknown, Reason.UNKNOWN_SCHEMA, "knows no schema of id 54321");
        assertReason(Arrays.copyOf(whole, whole.length - 1), Reason.MALFORMED, "are not a record of that schema");
        assertReason(magic, Reason.NOT_FRAMED, "begins with byte 0x01 instead of 0x00");
    }

    @Test
    void aSubjectHeldToItsPastRefusesASchemaThatCouldNotReadIt() {
        ConfluentSchemas schemas = new ConfluentSchemas(Map.of(ConfluentSchemas.URL, cluster.registryUrl()));
        schemas.requireBackwardTransitive("held-value");
        schemas.idOf("held-value", RecordType.LABEL_EVENT.schemaJson());
        String needsMore = RecordType.LABEL_EVENT
                .schemaJson()
                .replace("\"fields\":[", "\"fields\":[{\"name\":\"certainty\",\"type\":\"double\"},");

        assertThatThrownBy(() -> schemas.idOf("held-value", needsMore))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("refuses the schema for held-value")
                .hasMessageContaining("certainty");
    }

    private void assertReason(byte[] bytes, Reason reason, String message) {
        assertThatThrownBy(() -> serde.deserializer().deserialize("ours", bytes))
                .isInstanceOfSatisfying(
                        UndecodableException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }
}
