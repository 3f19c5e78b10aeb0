package dev.kintsugi.mvae.bundle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the numbers of a tensor are kept in a file. */
enum TensorType {
    F16(2) {
        @Override
        void write(float value, ByteBuffer to) {
            to.putShort(Half.of(value));
        }

        @Override
        float read(ByteBuffer from) {
            return Half.toFloat(from.getShort());
        }
    },
    F32(4) {
        @Override
        void write(float value, ByteBuffer to) {
            to.putFloat(value);
        }

        @Override
        float read(ByteBuffer from) {
            return from.getFloat();
        }
    };

    private final int bytes;

    TensorType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    int bytes() {
        return bytes;
    }

    abstract void write(float value, ByteBuffer to);

    abstract float read(ByteBuffer from);

    static Optional<TensorType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(" or "));
    }
}
