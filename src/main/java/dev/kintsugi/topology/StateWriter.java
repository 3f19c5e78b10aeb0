package dev.kintsugi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes values one after another, big-endian, texts and lists behind their length. */
final class StateWriter {
    private ByteBuffer buffer = ByteBuffer.allocate(512);

    StateWriter(byte format) {
        buffer.put(format);
    }

    StateWriter number(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    StateWriter number(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    StateWriter fraction(float value) {
        room(Float.BYTES).putFloat(value);
        return this;
    }

    StateWriter flag(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
        return this;
    }

    StateWriter bytes(byte[] value) {
        number(value.length);
        room(value.length).put(value);
        return this;
    }

    StateWriter text(String value) {
        return bytes(value.getBytes(UTF_8));
    }

    <T> StateWriter maybe(Optional<T> value, Consumer<T> write) {
        flag(value.isPresent());
        value.ifPresent(write);
        return this;
    }

    <T> StateWriter list(List<T> values, Consumer<T> write) {
        number(values.size());
        values.forEach(write);
        return this;
    }

    byte[] toBytes() {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    private ByteBuffer room(int more) {
        if (buffer.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + more));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }
}
