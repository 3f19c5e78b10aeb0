package dev.kintsugi.wire;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Reads and writes one type of record as Kafka values. May be shared between threads. */
public final class RecordSerde<T> implements Serde<T> {
    private final RecordSerializer<T> serializer;
    private final RecordDeserializer<T> deserializer;

    public RecordSerde(RecordType<T> type, Schemas schemas) {
        serializer = new RecordSerializer<>(type, schemas);
        deserializer = new RecordDeserializer<>(type, schemas);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
