package dev.kintsugi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.Fault;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what {@link StateWriter} wrote. */
final class StateReader {
    private final ByteBuffer buffer;

    StateReader(byte format, byte[] bytes) {
        buffer = ByteBuffer.wrap(bytes);
        byte found = buffer.get();
        if (found != format) {
            throw new Fault("the state on disk is of format " + found + " where this version writes " + format
                    + "; stop every instance with the version that wrote it, or reset the application"
                    + " (kafka-streams-application-reset)");
        }
    }

    long number() {
        return buffer.getLong();
    }

    int count() {
        return buffer.getInt();
    }

    float fraction() {
        return buffer.getFloat();
    }

    boolean flag() {
        return buffer.get() != 0;
    }

    byte[] bytes() {
        byte[] value = new byte[count()];
        buffer.get(value);
        return value;
    }

    String text() {
        return new String(bytes(), UTF_8);
    }

    <T> Optional<T> maybe(Supplier<T> read) {
        return flag() ? Optional.of(read.get()) : Optional.empty();
    }

    <T> List<T> list(Supplier<T> read) {
        int size = count();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(read.get());
        }
        return values;
    }
}
