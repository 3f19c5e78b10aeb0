package dev.kintsugi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.event.ModelRecord;
import dev.kintsugi.wire.UndecodableException.Reason;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData.EnumSymbol;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSerdeTest {
    private static final int SEEDS = 200;

    private final InMemorySchemas schemas = new InMemorySchemas();

    @Test
    void readsBackWhatItWroteOfEveryType() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SampleRecords sample = new SampleRecords(seed);
            assertReadBack(RecordType.IMAGE_EVENT, sample.image());
            assertReadBack(RecordType.AUDIO_EVENT, sample.audio());
            assertReadBack(RecordType.LABEL_EVENT, sample.label());
            assertReadBack(RecordType.OBSERVATION, sample.observation());
            assertReadBack(RecordType.RESTORED, sample.restored());
            assertReadBack(RecordType.LATENTS, sample.latents());
            assertReadBack(RecordType.HINDSIGHT, sample.hindsight());
            assertReadBack(RecordType.MODEL_RECORD, sample.modelRecord());
        }
    }

    @Test
    void keepsTombstones() {
        var serde = new RecordSerde<>(RecordType.IMAGE_EVENT, schemas);
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void asksTheRegistryOncePerTopicAndOncePerWriterSchema() {
        var serde = new RecordSerde<>(RecordType.IMAGE_EVENT, schemas);
        for (int seed = 0; seed < 10; seed++) {
            ImageEvent event = new SampleRecords(seed).image();
            serde.deserializer().deserialize("a", serde.serializer().serialize("a", event));
            serde.deserializer().deserialize("b", serde.serializer().serialize("b", event));
        }
        assertThat(schemas.questions()).isEqualTo(3);
    }

    @Test
    void isSharedBetweenThreads() throws Exception {
        var serde = new RecordSerde<>(RecordType.OBSERVATION, schemas);
        List<Callable<Boolean>> work = IntStream.range(0, 400)
                .<Callable<Boolean>>mapToObj(seed -> () -> {
                    var event = new SampleRecords(seed).observation();
                    byte[] bytes = serde.serializer().serialize("t", event);
                    return serde.deserializer().deserialize("t", bytes).equals(event);
                })
                .toList();
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aReadPayloadIsNotTouchedByTheNextRead() {
        var serde = new RecordSerde<>(RecordType.IMAGE_EVENT, schemas);
        byte[] first = serde.serializer().serialize("t", png(new byte[] {1, 2, 3}));
        byte[] second = serde.serializer().serialize("t", png(new byte[] {4, 5, 6}));
        ImageEvent kept = serde.deserializer().deserialize("t", first);
        serde.deserializer().deserialize("t", second);
        assertThat(kept.payload().bytes().array()).containsExactly(1, 2, 3);
    }

    @Test
    void refusesAWrongMagicByte() {
        byte[] json = "{\"not\": \"avro\"}".getBytes();
        assertUndecodable(json, Reason.NOT_FRAMED, "begins with byte 0x7b instead of 0x00");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void refusesAValueTooShortForItsHeader(int length) {
        assertUndecodable(new byte[length], Reason.NOT_FRAMED, "the value has " + length + " bytes");
    }

    @Test
    void refusesAnUnknownSchemaId() {
        assertUndecodable(new byte[] {0, 0, 0, 1, 44, 7}, Reason.UNKNOWN_SCHEMA, "300");
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "2, 2", "0, 0", "5, 2000000000"})
    void refusesAPartThatNoBundleHas(int number, int parts) {
        var serde = new RecordSerde<>(RecordType.MODEL_RECORD, schemas);
        ModelRecord part = new ModelRecord.Part("id", Instant.EPOCH, number, parts, Bytes.of(new byte[1]));
        byte[] bytes = serde.serializer().serialize("t", part);
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("part " + number + " of " + parts);
    }

    @Test
    void refusesEveryTruncation() {
        byte[] whole = written(png(new byte[] {1, 2, 3, 4}));
        for (int length = WireFormat.HEADER; length < whole.length; length++) {
            assertUndecodable(Arrays.copyOf(whole, length), Reason.MALFORMED, "are not a record of that schema");
        }
    }

    @Test
    void refusesBytesLeftOver() {
        byte[] whole = written(png(new byte[] {1, 2, 3, 4}));
        assertUndecodable(Arrays.copyOf(whole, whole.length + 1), Reason.MALFORMED, "left over");
    }

    @Test
    void refusesAPayloadThatClaimsGigabytesWithoutAllocatingThem() {
        byte[] whole = written(png(new byte[0]));
        ByteBuffer lying = ByteBuffer.allocate(whole.length + 4).put(whole, 0, whole.length - 1);
        // zig-zag varint of 2,000,000,000 in place of the length 0 at the end
        lying.put(new byte[] {(byte) 0x80, (byte) 0xd0, (byte) 0xac, (byte) 0xf3, 0x0e});
        assertUndecodable(lying.array(), Reason.MALFORMED, "are not a record of that schema");
    }

    @Test
    void neverFailsOtherwiseOnBytesThatWereTamperedWith() {
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] bytes = written(new SampleRecords(seed).image());
            Random random = new Random(seed);
            for (int i = 0; i < 3; i++) {
                bytes[WireFormat.HEADER + random.nextInt(Math.min(40, bytes.length - WireFormat.HEADER))] =
                        (byte) random.nextInt();
            }
            try {
                reader().deserialize("t", bytes);
            } catch (UndecodableException expected) {
                assertThat(expected.reason()).isIn(Reason.MALFORMED, Reason.INCOMPLETE);
            }
        }
    }

    @Test
    void aValueThatIsNullIsNoRecord() {
        Schema schema = new Schema.Parser().parse("[\"null\", \"string\"]");
        int id = schemas.idOf("t-value", schema.toString());
        byte[] bytes = {0, 0, 0, 0, (byte) id, 0};
        assertThatThrownBy(() -> new AnyRecordReader(schemas).read(bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("not a record but null");
    }

    @Test
    void aRecordNestedBeyondTheStackIsMalformed() {
        Schema schema = new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"Nest\", \"fields\": "
                        + "[{\"name\": \"in\", \"type\": [\"null\", \"Nest\"]}]}");
        int id = schemas.idOf("t-value", schema.toString());
        byte[] bytes = new byte[1_000_000];
        Arrays.fill(bytes, (byte) 2); // the second branch of the union, again and again
        WireFormat.writeHeader(bytes, id);
        assertThatThrownBy(() -> new AnyRecordReader(schemas).read(bytes))
                .isInstanceOfSatisfying(
                        UndecodableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED))
                .hasMessageContaining("nested too deeply");
    }

    @Test
    void refusesARecordOfAnotherType() {
        byte[] label = new RecordSerde<>(RecordType.LABEL_EVENT, schemas)
                .serializer()
                .serialize("t", new SampleRecords(1).label());
        assertUndecodable(
                label, Reason.OTHER_TYPE, "dev.kintsugi.record.LabelEvent (schema id 1), which cannot be read as");
    }

    @Test
    void refusesRawPixelsWithoutTheirWidth() {
        var record = ImageRecords.write(new ImageEvent(
                Optional.empty(), Instant.EPOCH, Optional.empty(), new ImagePayload.Grey(2, 2, Bytes.of(new byte[4]))));
        record.setWidth(null);
        assertThatThrownBy(() -> ImageRecords.read(record))
                .isInstanceOfSatisfying(
                        UndecodableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INCOMPLETE))
                .hasMessageContaining("width is missing; GREY8 needs it");
    }

    @Test
    void readsRecordsOfANewerWriterThatAddedAField() {
        assertThat(reader().deserialize("t", rewritten(NEWER))).isEqualTo(png(new byte[] {9}));
    }

    @Test
    void readsRecordsOfAnOlderWriterThatLackedAField() {
        assertThat(reader().deserialize("t", rewritten(OLDER))).isEqualTo(png(new byte[] {9}));
    }

    @Test
    void saysWhichFieldOfANewerWriterItDoesNotUnderstand() {
        Schema newer = new Schema.Parser()
                .parse(RecordType.IMAGE_EVENT.schemaJson().replace("\"GREY8\"]", "\"GREY8\",\"WEBP\"]"));
        byte[] webp = EvolvedWriter.write(schemas, newer, record -> {
            record.put("eventTime", 0L);
            record.put("encoding", new EnumSymbol(newer.getField("encoding").schema(), "WEBP"));
            record.put("payload", ByteBuffer.wrap(new byte[] {9}));
        });
        assertUndecodable(webp, Reason.INCOMPLETE, "encoding has a value that this version does not know");
    }

    private static final Function<String, String> NEWER = json ->
            json.replace("\"fields\":[", "\"fields\":[{\"name\":\"camera\",\"type\":\"string\",\"default\":\"\"},");
    private static final Function<String, String> OLDER =
            json -> json.replaceFirst("\\{\"name\":\"source\".*?\"default\":null\\},", "");

    private byte[] rewritten(Function<String, String> edit) {
        String json = edit.apply(RecordType.IMAGE_EVENT.schemaJson());
        assertThat(json).isNotEqualTo(RecordType.IMAGE_EVENT.schemaJson());
        Schema schema = new Schema.Parser().parse(json);
        return EvolvedWriter.write(schemas, schema, record -> {
            if (schema.getField("camera") != null) {
                record.put("camera", "left");
            }
            record.put("eventTime", 0L);
            record.put("encoding", new EnumSymbol(schema.getField("encoding").schema(), "PNG"));
            record.put("payload", ByteBuffer.wrap(new byte[] {9}));
        });
    }

    private <T> void assertReadBack(RecordType<T> type, T event) {
        var serde = new RecordSerde<>(type, schemas);
        byte[] bytes = serde.serializer().serialize("t", event);
        assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(event);
    }

    private void assertUndecodable(byte[] bytes, Reason reason, String message) {
        assertThatThrownBy(() -> reader().deserialize("t", bytes))
                .isInstanceOfSatisfying(
                        UndecodableException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    private byte[] written(ImageEvent event) {
        return new RecordSerde<>(RecordType.IMAGE_EVENT, schemas).serializer().serialize("t", event);
    }

    private Deserializer<ImageEvent> reader() {
        return new RecordSerde<>(RecordType.IMAGE_EVENT, schemas).deserializer();
    }

    private static ImageEvent png(byte[] payload) {
        return new ImageEvent(
                Optional.empty(), Instant.EPOCH, Optional.empty(), new ImagePayload.Png(Bytes.of(payload)));
    }
}
