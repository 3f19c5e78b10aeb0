package dev.kintsugi.wire;

import dev.kintsugi.wire.UndecodableException.Reason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads records of one type, whichever version of its schema they were written with.
 *
 * <p>Throws {@link UndecodableException} for bytes that are not such a record, and {@link RegistryException} when it
 * cannot know yet.
 */
final class RecordDeserializer<T> implements Deserializer<T> {
    private final RecordType<T> type;
    private final Schemas schemas;
    private final Map<Integer, DatumReader<SpecificRecord>> readersByWriterId = new ConcurrentHashMap<>();

    RecordDeserializer(RecordType<T> type, Schemas schemas) {
        this.type = type;
        this.schemas = schemas;
    }

    @Override
    public T deserialize(String topic, byte[] bytes) {
        return bytes == null ? null : type.toEvent(AvroBytes.read(reader(WireFormat.schemaId(bytes)), bytes));
    }

    private DatumReader<SpecificRecord> reader(int writerId) {
        DatumReader<SpecificRecord> known = readersByWriterId.get(writerId);
        return known != null ? known : readersByWriterId.computeIfAbsent(writerId, this::newReader);
    }

    private DatumReader<SpecificRecord> newReader(int writerId) {
        Schema writer = AvroBytes.parse(writerId, schemas.byId(writerId));
        String problem = AvroBytes.unreadable(type.schema(), writer);
        if (problem != null) {
            throw new UndecodableException(
                    Reason.OTHER_TYPE,
                    "the value was written as " + writer.getFullName() + " (schema id " + writerId
                            + "), which cannot be read as " + type.fullName() + ": " + problem);
        }
        return new SpecificDatumReader<>(writer, type.schema());
    }
}
