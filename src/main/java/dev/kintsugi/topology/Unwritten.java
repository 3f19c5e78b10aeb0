package dev.kintsugi.topology;

import java.util.HashMap;
import java.util.Map;

/**
 * What a store holds otherwise than what is written of it: the changes since the last commit, and what was looked up since.
 *
 * <p>Not kept for longer, nor for more than so many keys and bytes: every value that stays would be a payload in memory.
 */
final class Unwritten<K> {
    private static final int MOST_KEYS = 20_000;
    private static final long MOST_BYTES = 64 << 20;

    private final Map<K, Value> known = new HashMap<>();
    private final Written<K> written;

    /** Of all values as they are now. */
    private long bytes;

    /** Where changes go. */
    interface Written<K> {
        byte[] get(K key);

        /** @param value null where there is none any more */
        void put(K key, byte[] value);
    }

    private static final class Value {
        private final boolean written;
        private boolean changed;
        private byte[] now;

        Value(byte[] read) {
            written = read != null;
            now = read;
        }
    }

    Unwritten(Written<K> written) {
        this.written = written;
    }

    byte[] get(K key) {
        return value(key).now;
    }

    void put(K key, byte[] value) {
        Value known = value(key);
        bytes += size(value) - size(known.now);
        known.changed = true;
        known.now = value;
    }

    /** What was never written, and no longer is, leaves no trace. */
    void write() {
        known.forEach((key, value) -> {
            if (value.changed && (value.written || value.now != null)) {
                written.put(key, value.now);
            }
        });
        forget();
    }

    /** Begins anew with what is written. */
    void forget() {
        known.clear();
        bytes = 0;
    }

    private Value value(K key) {
        Value value = known.get(key);
        if (value != null) {
            return value;
        }
        if (known.size() >= MOST_KEYS || bytes >= MOST_BYTES) {
            write();
        }
        Value read = new Value(written.get(key));
        known.put(key, read);
        bytes += size(read.now);
        return read;
    }

    private static int size(byte[] value) {
        return value == null ? 0 : value.length;
    }
}
