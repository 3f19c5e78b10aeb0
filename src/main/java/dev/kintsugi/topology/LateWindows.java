package dev.kintsugi.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/** As {@link Late}, by keys and windows. */
final class LateWindows extends Late<WindowStore<Bytes, byte[]>, LateWindows.Place>
        implements WindowStore<Bytes, byte[]> {
    record Place(Bytes key, long start) {}

    LateWindows(WindowStore<Bytes, byte[]> below, Store store, TaskStores stores) {
        super(below, store, stores, new SievedWindows(below));
    }

    @Override
    public byte[] fetch(Bytes key, long start) {
        return value(new Place(key, start));
    }

    @Override
    public void put(Bytes key, byte[] value, long start) {
        change(new Place(key, start), value);
    }

    @Override
    public WindowStoreIterator<byte[]> fetch(Bytes key, long from, long to) {
        return whole().fetch(key, from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> fetch(Bytes first, Bytes last, long from, long to) {
        return whole().fetch(first, last, from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> fetchAll(long from, long to) {
        return whole().fetchAll(from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> all() {
        return whole().all();
    }
}
