package dev.kintsugi.wire;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.wire.UndecodableException.Reason;
import java.nio.ByteBuffer;

/** Single values between Avro and the domain. */
final class Fields {
    private Fields() {}

    /** Takes the array over where it is the buffer's whole: a decoder that reuses no record makes a new one each time. */
    static Bytes bytes(ByteBuffer buffer) {
        if (buffer.hasArray() && buffer.arrayOffset() == 0 && buffer.remaining() == buffer.array().length) {
            return Bytes.of(buffer.array());
        }
        byte[] array = new byte[buffer.remaining()];
        buffer.duplicate().get(array);
        return Bytes.of(array);
    }

    static ByteBuffer buffer(Bytes bytes) {
        return ByteBuffer.wrap(bytes.array());
    }

    /** A value that this encoding cannot do without. */
    static int required(Integer value, String field, Object encoding) {
        if (value == null) {
            throw new UndecodableException(Reason.INCOMPLETE, field + " is missing; " + encoding + " needs it");
        }
        return value;
    }

    static UndecodableException unknown(String field) {
        return new UndecodableException(
                Reason.INCOMPLETE, field + " has a value that this version does not know; upgrade this reader");
    }
}
