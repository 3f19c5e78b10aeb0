package dev.kintsugi.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.wire.AnyRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that was read from a topic: the bytes as they lie there, and what could be made of them.
 *
 * @param record what it says, if it is a record
 * @param problem why it is none, if it is not
 */
public record Seen(ConsumerRecord<byte[], byte[]> raw, Optional<AnyRecord> record, Optional<String> problem) {

    /** The key as text; a key that is no UTF-8 as hexadecimal digits, and an absent one as a dash. */
    public String key() {
        return raw.key() == null ? "-" : text(raw.key());
    }

    static String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            return "0x" + HexFormat.of().formatHex(bytes);
        }
    }
}
