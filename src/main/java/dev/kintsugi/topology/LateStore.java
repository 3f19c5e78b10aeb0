package dev.kintsugi.topology;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** As {@link Late}, by keys. */
final class LateStore extends Late<KeyValueStore<Bytes, byte[]>, Bytes> implements KeyValueStore<Bytes, byte[]> {
    private final SievedKeys written;

    LateStore(KeyValueStore<Bytes, byte[]> below, Store store, TaskStores stores) {
        this(below, store, stores, new SievedKeys(below));
    }

    private LateStore(KeyValueStore<Bytes, byte[]> below, Store store, TaskStores stores, SievedKeys written) {
        super(below, store, stores, written);
        this.written = written;
    }

    @Override
    public byte[] get(Bytes key) {
        return value(key);
    }

    @Override
    public void put(Bytes key, byte[] value) {
        change(key, value);
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
        return whole().range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        whole();
        return written.all();
    }

    @Override
    public long approximateNumEntries() {
        return wrapped().approximateNumEntries();
    }
}
