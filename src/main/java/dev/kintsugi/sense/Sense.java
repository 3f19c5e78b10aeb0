package dev.kintsugi.sense;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.mvae.Part;
import java.util.Map;

/**
 * How things of one part become rows of its values, and back; safe for several threads.
 *
 * @param <T> pictures or sounds
 */
public sealed interface Sense<T> permits Sight, Hearing {

    /** What this part is to a model. */
    Part.Sensed part(String name, int privateSize);

    /** Values in a row. */
    int size();

    /** Reads a file's bytes. */
    Decoded<T> decode(byte[] payload);

    /** The form in which topics and files carry a thing, whatever form it came in; itself, where it has that. */
    T canonical(T thing);

    /** A file's bytes in canonical form: those that came, where they have it. */
    Decoded<byte[]> canonicalFile(byte[] payload);

    /** The values of a thing, 0 to 1, as the model takes them. */
    float[] row(T thing);

    /** The values of a file's bytes. */
    default Decoded<float[]> read(byte[] payload) {
        return decode(payload).map(this::row);
    }

    /** The thing that values make. */
    Decoded<T> thing(float[] values);

    /** A thing as a file's bytes. */
    byte[] encode(T thing);

    /** Values as a file's bytes. */
    default Decoded<byte[]> write(float[] values) {
        return thing(values).map(this::encode);
    }

    /** What its files are called after the dot. */
    String extension();

    /** What a bundle's manifest says of it. */
    Map<String, Object> described();
}
