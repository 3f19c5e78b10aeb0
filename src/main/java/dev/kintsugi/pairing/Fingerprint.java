package dev.kintsugi.pairing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.event.ObservedEvent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What an event is recognised by when it comes again: 128 bits of its modality and id; without an id, of its modality,
 * time and payload.
 *
 * <p>The modality belongs to it, since senders do give the picture and the sound of one thing the same id.
 */
public record Fingerprint(long high, long low) {

    public static Fingerprint of(ObservedEvent event) {
        MessageDigest digest = sha256();
        digest.update(event.modality().getBytes(UTF_8));
        digest.update((byte) 0);
        if (event.id().isPresent()) {
            digest.update(event.id().get().getBytes(UTF_8));
        } else {
            digest.update(ByteBuffer.allocate(1 + Long.BYTES)
                    .put((byte) 0)
                    .putLong(event.time().toEpochMilli())
                    .flip());
            digest.update(event.content().bytes().array());
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
