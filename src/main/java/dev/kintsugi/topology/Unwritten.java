package dev.kintsugi.topology;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a store holds otherwise than what is written of it: the changes since the last commit. Beside these, some of what is
 * written, as it was lately written or asked for.
 *
 * <p>Values are what they are, and become bytes as they are written: most come and go between two commits.
 */
final class Unwritten<K, V> {
    private static final int MOST_KEYS = 20_000;
    private static final long MOST_BYTES = 64 << 20;

    /** Of what is written: every value that stays is a payload in memory. */
    private static final long KEPT_BYTES = 16 << 20;

    private final Below<K> below;
    private final Form<K, V> form;
    private final Runnable full;

    /** In the order in which they last changed, in which they are written. */
    private final Map<K, Value<V>> changed = new LinkedHashMap<>();

    private final Map<K, Value<V>> kept = new HashMap<>();

    private long changedBytes;
    private long keptBytes;

    /**
     * @param written whether there is one below
     * @param now null where there is to be none
     */
    private record Value<V>(boolean written, V now, int size) {
        boolean isAdded() {
            return now != null;
        }
    }

    /**
     * @param below what is written
     * @param full has all of this written, and maybe more, before it takes in another change
     */
    Unwritten(Below<K> below, Form<K, V> form, Runnable full) {
        this.below = below;
        this.form = form;
        this.full = full;
    }

    /** Null where there is none. */
    V get(K key) {
        Value<V> value = changed.get(key);
        return value == null ? written(key) : value.now();
    }

    /** @param now null where there is to be none */
    void put(K key, V now) {
        Value<V> before = changed.remove(key);
        if (before == null) {
            makeRoom();
            before = new Value<>(written(key) != null, null, 0);
            forget(key);
        }
        changedBytes -= before.size();
        // What was never written, and no longer is, leaves no trace.
        if (now != null || before.written()) {
            Value<V> value = new Value<>(before.written(), now, size(now));
            changed.put(key, value);
            changedBytes += value.size();
        }
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    boolean isAdded() {
        return changed.values().stream().anyMatch(Value::isAdded);
    }

    void write() {
        write(value -> true);
    }

    /** What is deleted is not written yet. */
    void writeAdded() {
        write(Value::isAdded);
    }

    private void write(Predicate<Value<V>> due) {
        changed.entrySet().removeIf(entry -> due.test(entry.getValue()) && write(entry.getKey(), entry.getValue()));
    }

    private boolean write(K key, Value<V> value) {
        if (value.isAdded()) {
            below.put(key, form.bytes(value.now()), !value.written());
            keep(key, value);
        } else {
            below.delete(key);
        }
        changedBytes -= value.size();
        return true;
    }

    /** A run begins, with what is written. */
    void begin() {
        changed.clear();
        changedBytes = 0;
        kept.clear();
        keptBytes = 0;
        below.begin();
    }

    /** Begins anew with what is written. */
    void settle() {
        changed.clear();
        changedBytes = 0;
    }

    private void makeRoom() {
        if (changed.size() >= MOST_KEYS || changedBytes >= MOST_BYTES) {
            full.run();
        }
    }

    private V written(K key) {
        Value<V> value = kept.get(key);
        if (value != null) {
            return value.now();
        }
        byte[] bytes = below.get(key);
        return bytes == null ? null : keep(key, form.value(key, bytes));
    }

    private V keep(K key, V now) {
        keep(key, new Value<>(true, now, size(now)));
        return now;
    }

    private void keep(K key, Value<V> value) {
        if (kept.size() >= MOST_KEYS || keptBytes >= KEPT_BYTES) {
            kept.clear();
            keptBytes = 0;
        }
        kept.put(key, value);
        keptBytes += value.size();
    }

    private void forget(K key) {
        Value<V> value = kept.remove(key);
        if (value != null) {
            keptBytes -= value.size();
        }
    }

    private int size(V value) {
        return value == null ? 0 : form.size(value);
    }
}
