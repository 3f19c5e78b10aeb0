package dev.kintsugi.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Estimate;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.event.Latents;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.event.Restored;
import dev.kintsugi.event.SourceEvent;
import dev.kintsugi.wire.AnyRecord;
import dev.kintsugi.wire.AnyRecordReader;
import dev.kintsugi.wire.EvolvedWriter;
import dev.kintsugi.wire.InMemorySchemas;
import dev.kintsugi.wire.RecordSerde;
import dev.kintsugi.wire.RecordType;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** A record as a line of text and as a line of JSON. */
class RecordFormsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.250Z");
    private static final ImageEvent IMAGE = new ImageEvent(
            Optional.of("e1"), NOON, Optional.of("mnist/test#4"), new ImagePayload.Png(Bytes.of(new byte[] {1, 2, 3})));

    private final InMemorySchemas schemas = new InMemorySchemas();
    private final RecordText text = new RecordText(ZoneOffset.UTC);
    private final RecordJson json = new RecordJson();

    @Test
    void aHindsightSaysWhatWasSaidAndWhatIs() {
        ObservedEvent event = new ObservedEvent(
                "audio",
                Optional.empty(),
                Instant.EPOCH,
                new Origin("digits.audio", 0, 7),
                new Content.Wav(Bytes.of(new byte[] {1})));
        Hindsight hindsight = Hindsight.of(
                "k",
                "digits.image-0-3",
                ClosedBy.DEADLINE,
                false,
                Optional.of(new Estimate("audio", Optional.of(new Guess("7", .9f)), .8f, "model")),
                Optional.of(new Guess("1", .6f)),
                Instant.EPOCH,
                event);
        assertThat(text.line(seen("k", RecordType.HINDSIGHT, hindsight)))
                .endsWith("late audio  said \"7\"  is \"1\"  closed by deadline  at 00:00:00.000");
    }

    @Test
    void latentsSayOfWhatAndWhichCluster() {
        Latents latents = new Latents(
                "k",
                "digits.image-0-3",
                "model",
                ClosedBy.COMPLETE,
                Instant.EPOCH,
                List.of(1f, 2f),
                List.of(0f, 0f),
                Map.of(),
                List.of(.5f, .5f),
                Optional.of(3),
                Map.of(),
                List.of(new SourceEvent("image", new Origin("digits.image", 0, 3))));
        assertThat(text.line(seen("k", RecordType.LATENTS, latents)))
                .endsWith("of image  2 numbers  cluster 3  closed by complete  model model  at 00:00:00.000");
    }

    @Test
    void aLineTellsWhenWhereAndWhat() {
        assertThat(text.line(seen("s7-000001", RecordType.IMAGE_EVENT, IMAGE)))
                .isEqualTo("12:00:00.250  t[1]@42  s7-000001  image  PNG, 3 bytes  at 12:00:00.250  from mnist/test#4");
    }

    @Test
    void aLineOfARestorationTellsFromWhatByWhomAndHowSure() {
        Restored restored = new Restored(
                "k",
                "audio",
                Optional.of(new Guess("7", .983f)),
                .914f,
                "ab12cd34",
                NOON,
                NOON,
                ClosedBy.DEADLINE,
                "o1",
                List.of(new SourceEvent("image", new Origin("digits.image", 0, 7))),
                "",
                new Content.Wav(Bytes.of(new byte[4])));
        assertThat(text.line(seen("k", RecordType.RESTORED, restored)))
                .endsWith("k  audio from image  \"7\" 98 %  confidence 0.91  closed by deadline  model ab12cd34"
                        + "  at 12:00:00.250");
    }

    @Test
    void aLineOfAForeignRecordTellsItsFields() {
        var schema = SchemaBuilder.record("Reading")
                .namespace("org.example")
                .fields()
                .requiredDouble("celsius")
                .requiredString("note")
                .endRecord();
        byte[] bytes = EvolvedWriter.write(schemas, schema, record -> {
            record.put("celsius", 21.5);
            record.put("note", "x".repeat(100));
        });
        assertThat(text.line(look("k", bytes))).endsWith("k  Reading  celsius=21.5  note=" + "x".repeat(48) + "…");
    }

    @Test
    void nothingInALineMovesTheCursor() {
        Seen seen =
                new Seen(raw("\u001b[2J\u009b2Jk\n\u202e", new byte[3]), Optional.empty(), Optional.of("bad\u0007"));
        assertThat(text.line(seen)).doesNotContainPattern("[\\p{Cc}\\p{Cf}]").contains("not a record: bad· (3 bytes)");
        assertThat(json.line(seen)).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    @Test
    void jsonHasTheAddressAndEveryField() throws IOException {
        JsonNode line = new ObjectMapper().readTree(json.line(seen("k", RecordType.IMAGE_EVENT, IMAGE)));
        assertThat(line.get("topic").textValue()).isEqualTo("t");
        assertThat(line.get("partition").intValue()).isEqualTo(1);
        assertThat(line.get("offset").longValue()).isEqualTo(42);
        assertThat(line.get("key").textValue()).isEqualTo("k");
        assertThat(line.get("headers").get("trace").textValue()).isEqualTo("abc");
        assertThat(line.get("type").textValue()).isEqualTo("dev.kintsugi.record.ImageEvent");
        JsonNode value = line.get("value");
        assertThat(value.get("eventTime").textValue()).isEqualTo("2026-03-01T12:00:00.250Z");
        assertThat(value.get("width").isNull()).isTrue();
        assertThat(value.get("payload").binaryValue()).containsExactly(1, 2, 3);
    }

    @Test
    void jsonKeepsTheBytesOfWhatIsNoRecord() throws IOException {
        Seen seen = new Seen(raw("k", new byte[] {9, 8}), Optional.empty(), Optional.of("not framed"));
        JsonNode line = new ObjectMapper().readTree(json.line(seen));
        assertThat(line.get("problem").textValue()).isEqualTo("not framed");
        assertThat(line.get("bytes").binaryValue()).containsExactly(9, 8);
    }

    @Test
    void aKeyThatIsNoTextIsShownInHexadecimal() {
        var raw = new ConsumerRecord<>("t", 0, 0, new byte[] {(byte) 0xff, 1}, new byte[0]);
        assertThat(new Seen(raw, Optional.empty(), Optional.empty()).key()).isEqualTo("0xff01");
        var keyless = new ConsumerRecord<>("t", 0, 0, (byte[]) null, new byte[0]);
        assertThat(new Seen(keyless, Optional.empty(), Optional.empty()).key()).isEqualTo("-");
    }

    private <T> Seen seen(String key, RecordType<T> type, T event) {
        return look(key, new RecordSerde<>(type, schemas).serializer().serialize("t", event));
    }

    private Seen look(String key, byte[] value) {
        AnyRecord record = new AnyRecordReader(schemas).read(value);
        return new Seen(raw(key, value), Optional.of(record), Optional.empty());
    }

    private static ConsumerRecord<byte[], byte[]> raw(String key, byte[] value) {
        var raw = new ConsumerRecord<>(
                "t",
                1,
                42,
                NOON.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key.getBytes(UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
        raw.headers().add("trace", "abc".getBytes(UTF_8));
        return raw;
    }
}
