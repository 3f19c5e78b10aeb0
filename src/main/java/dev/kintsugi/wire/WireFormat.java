package dev.kintsugi.wire;

import dev.kintsugi.wire.UndecodableException.Reason;

/**
 * Confluent's wire format: a zero byte, the schema id as four bytes, most significant first, then the record in Avro's
 * binary encoding.
 */
final class WireFormat {
    static final int HEADER = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw new UndecodableException(
                    Reason.NOT_FRAMED,
                    "the value has " + bytes.length + " bytes; a record begins with a zero byte and four of schema id");
        }
        if (bytes[0] != MAGIC) {
            throw new UndecodableException(
                    Reason.NOT_FRAMED,
                    String.format(
                            "the value begins with byte 0x%02x instead of 0x00; it was not written with a schema registry",
                            bytes[0]));
        }
        return (bytes[1] & 0xff) << 24 | (bytes[2] & 0xff) << 16 | (bytes[3] & 0xff) << 8 | bytes[4] & 0xff;
    }

    static void writeHeader(byte[] bytes, int schemaId) {
        bytes[0] = MAGIC;
        bytes[1] = (byte) (schemaId >>> 24);
        bytes[2] = (byte) (schemaId >>> 16);
        bytes[3] = (byte) (schemaId >>> 8);
        bytes[4] = (byte) schemaId;
    }
}
