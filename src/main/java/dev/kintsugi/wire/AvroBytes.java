package dev.kintsugi.wire;

import dev.kintsugi.wire.UndecodableException.Reason;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;

/** Avro's binary encoding behind the header, with every way in which it can be wrong turned into one exception. */
final class AvroBytes {
    private static final ThreadLocal<BinaryDecoder> DECODER =
            ThreadLocal.withInitial(() -> DecoderFactory.get().binaryDecoder(new byte[0], null));

    private AvroBytes() {}

    static <R> R read(DatumReader<R> reader, byte[] bytes) {
        BinaryDecoder decoder = DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEADER, bytes.length - WireFormat.HEADER, DECODER.get());
        try {
            R record = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw malformed(bytes, "bytes are left over behind the record", null);
            }
            return record;
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | UnsupportedOperationException
                | SecurityException e) {
            throw malformed(bytes, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw malformed(bytes, "it is nested too deeply", e);
        }
    }

    static Schema parse(int id, String json) {
        try {
            return new Schema.Parser().parse(json);
        } catch (AvroRuntimeException e) {
            throw new UndecodableException(
                    Reason.UNKNOWN_SCHEMA, "schema id " + id + " is no Avro schema: " + e.getMessage(), e);
        }
    }

    /** Why the reader's schema cannot read what the writer's wrote; null if it can. */
    static String unreadable(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (result.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return null;
        }
        var first = result.getResult().getIncompatibilities().get(0);
        return first.getType() + " at " + first.getLocation() + " (" + first.getMessage() + ")";
    }

    private static UndecodableException malformed(byte[] bytes, String what, Throwable cause) {
        return new UndecodableException(
                Reason.MALFORMED,
                "the " + (bytes.length - WireFormat.HEADER) + " bytes behind schema id " + WireFormat.schemaId(bytes)
                        + " are not a record of that schema: " + what,
                cause);
    }
}
