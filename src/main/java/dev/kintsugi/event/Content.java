package dev.kintsugi.event;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A payload in canonical form, as stores, the replay log and restored records carry it. */
public sealed interface Content {

    Bytes bytes();

    /** A grey PNG file of the model's size. */
    record Png(Bytes bytes) implements Content {}

    /** A mono WAV file at the topology's rate. */
    record Wav(Bytes bytes) implements Content {}

    /** A class. */
    record Label(String name) implements Content {
        @Override
        public Bytes bytes() {
            return Bytes.of(name.getBytes(UTF_8));
        }
    }
}
