package dev.kintsugi.wire;

import dev.kintsugi.wire.UndecodableException.Reason;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;

/** Reads records of whatever type, as their writer's schema describes them. */
public final class AnyRecordReader {
    private final Schemas schemas;
    private final GenericData data = new GenericData();
    private final Map<Integer, DatumReader<Object>> readersByWriterId = new ConcurrentHashMap<>();
    private final Map<String, RecordDeserializer<?>> known = new ConcurrentHashMap<>();

    public AnyRecordReader(Schemas schemas) {
        this.schemas = schemas;
        data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        data.setFastReaderEnabled(true);
        RecordType.all().forEach(type -> known.put(type.fullName(), new RecordDeserializer<>(type, schemas)));
    }

    /** Reads one value as it lies in Kafka. */
    public AnyRecord read(byte[] value) {
        Object read = AvroBytes.read(reader(WireFormat.schemaId(value)), value);
        if (!(read instanceof IndexedRecord record)) {
            throw new UndecodableException(
                    Reason.OTHER_TYPE,
                    "the value is not a record but "
                            + (read == null ? "null" : "a " + read.getClass().getSimpleName()));
        }
        String type = record.getSchema().getFullName();
        return new AnyRecord(type, event(type, value), fields(record));
    }

    private DatumReader<Object> reader(int id) {
        return readersByWriterId.computeIfAbsent(id, unread -> {
            Schema writer = AvroBytes.parse(unread, schemas.byId(unread));
            return new GenericDatumReader<>(writer, writer, data);
        });
    }

    /** A record of ours in which this version does not understand a value is still shown field by field. */
    private Optional<Object> event(String type, byte[] value) {
        RecordDeserializer<?> reader = known.get(type);
        try {
            return reader == null ? Optional.empty() : Optional.of(reader.deserialize("", value));
        } catch (UndecodableException notUnderstood) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> fields(IndexedRecord record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        record.getSchema().getFields().forEach(field -> fields.put(field.name(), plain(record.get(field.pos()))));
        return fields;
    }

    private static Object plain(Object value) {
        if (value instanceof IndexedRecord record) {
            return fields(record);
        }
        if (value instanceof ByteBuffer buffer) {
            return Fields.bytes(buffer).array();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(AnyRecordReader::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(key.toString(), plain(entry)));
            return entries;
        }
        return value instanceof Number || value instanceof Boolean || value == null ? value : value.toString();
    }
}
