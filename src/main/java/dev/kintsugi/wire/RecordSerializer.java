package dev.kintsugi.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Writes records of one type, under the subject {@code <topic>-value}. */
final class RecordSerializer<T> implements Serializer<T> {
    private final RecordType<T> type;
    private final Schemas schemas;
    private final DatumWriter<SpecificRecord> writer;
    private final Map<String, Integer> idsByTopic = new ConcurrentHashMap<>();
    private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

    RecordSerializer(RecordType<T> type, Schemas schemas) {
        this.type = type;
        this.schemas = schemas;
        this.writer = new SpecificDatumWriter<>(type.schema());
    }

    @Override
    public byte[] serialize(String topic, T event) {
        return event == null ? null : write(schemaId(topic), type.toRecord(event));
    }

    private int schemaId(String topic) {
        Integer known = idsByTopic.get(topic);
        return known != null
                ? known
                : idsByTopic.computeIfAbsent(topic, t -> schemas.idOf(Subjects.ofValues(t), type.schemaJson()));
    }

    private byte[] write(int schemaId, SpecificRecord record) {
        Scratch mine = scratch.get();
        mine.buffer.restart(WireFormat.HEADER);
        try {
            writer.write(record, mine.encoder);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        byte[] bytes = mine.buffer.copy();
        WireFormat.writeHeader(bytes, schemaId);
        return bytes;
    }

    private static final class Scratch {
        private final OutputBuffer buffer = new OutputBuffer();
        private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(buffer, null);
    }
}
