package dev.kintsugi.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;

/** Writes as another version of us, or somebody else with plain Avro, would. */
public final class EvolvedWriter {
    private EvolvedWriter() {}

    public static byte[] write(Schemas schemas, Schema schema, Consumer<GenericRecord> fill) {
        GenericRecord record = new GenericData.Record(schema);
        fill.accept(record);
        return framed(schemas.idOf("t-value", schema.toString()), schema, record);
    }

    static byte[] framed(int id, Schema schema, GenericRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, (byte) (id >>> 24), (byte) (id >>> 16), (byte) (id >>> 8), (byte) id});
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
