package dev.kintsugi.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a store holds otherwise than what is written of it: the changes since the last commit, and what was looked up since.
 *
 * <p>Not kept for longer, nor for more than so many keys and bytes: every value that stays would be a payload in memory.
 */
final class Unwritten<K> {
    private static final int MOST_KEYS = 20_000;
    private static final long MOST_BYTES = 64 << 20;

    /** In the order in which they last changed, in which they are written. */
    private final Map<K, Value> known = new LinkedHashMap<>();

    private final Below<K> below;
    private final Runnable full;

    /** Of all values as they are now. */
    private long bytes;

    private static final class Value {
        private boolean written;
        private boolean changed;
        private byte[] now;

        Value(byte[] read) {
            written = read != null;
            now = read;
        }

        boolean isDue() {
            return changed && (written || now != null);
        }

        boolean isAdded() {
            return changed && now != null;
        }
    }

    /**
     * @param below what is written
     * @param full has all of this written and forgotten, and maybe more, before it takes in another key
     */
    Unwritten(Below<K> below, Runnable full) {
        this.below = below;
        this.full = full;
    }

    byte[] get(K key) {
        return value(key).now;
    }

    void put(K key, byte[] now) {
        Value value = value(key);
        bytes += size(now) - size(value.now);
        value.changed = true;
        value.now = now;
        known.remove(key);
        known.put(key, value);
    }

    boolean isChanged() {
        return known.values().stream().anyMatch(Value::isDue);
    }

    boolean isAdded() {
        return known.values().stream().anyMatch(Value::isAdded);
    }

    /** What was never written, and no longer is, leaves no trace. */
    void write() {
        write(Value::isDue);
    }

    /** What is deleted is not written yet. */
    void writeAdded() {
        write(Value::isAdded);
    }

    private void write(Predicate<Value> due) {
        known.forEach((key, value) -> {
            if (due.test(value)) {
                write(key, value);
            }
        });
    }

    private void write(K key, Value value) {
        if (value.now == null) {
            below.delete(key);
        } else {
            below.put(key, value.now, !value.written);
        }
        value.changed = false;
        value.written = value.now != null;
    }

    /** A run begins, with what is written. */
    void begin() {
        forget();
        below.begin();
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
            full.run();
        }
        Value read = new Value(below.get(key));
        known.put(key, read);
        bytes += size(read.now);
        return read;
    }

    private static int size(byte[] value) {
        return value == null ? 0 : value.length;
    }
}
