package dev.kintsugi.topology;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * A store that is written when a commit begins.
 *
 * <p>Kafka Streams asks its own caches for what they hold at that moment, and no interface of its public ones is asked so.
 */
final class LateStore extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
        implements KeyValueStore<Bytes, byte[]> {
    private final Unwritten<Bytes> unwritten;

    LateStore(KeyValueStore<Bytes, byte[]> below) {
        super(below);
        unwritten = new Unwritten<>(new Unwritten.Written<>() {
            @Override
            public byte[] get(Bytes key) {
                return below.get(key);
            }

            @Override
            public void put(Bytes key, byte[] value) {
                below.put(key, value);
            }
        });
    }

    /** Also of a task that begins anew after it was closed for a failure. */
    @Override
    public void init(StateStoreContext context, StateStore root) {
        unwritten.forget();
        super.init(context, root);
    }

    @Override
    public void clearCache() {
        unwritten.forget();
        super.clearCache();
    }

    @Override
    public void flushCache() {
        unwritten.write();
        super.flushCache();
    }

    @Override
    public byte[] get(Bytes key) {
        return unwritten.get(key);
    }

    @Override
    public void put(Bytes key, byte[] value) {
        unwritten.put(key, value);
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        byte[] present = get(key);
        if (present == null) {
            put(key, value);
        }
        return present;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] delete(Bytes key) {
        byte[] present = get(key);
        put(key, null);
        return present;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        unwritten.write();
        return wrapped().range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        unwritten.write();
        return wrapped().all();
    }

    @Override
    public long approximateNumEntries() {
        return wrapped().approximateNumEntries();
    }
}
