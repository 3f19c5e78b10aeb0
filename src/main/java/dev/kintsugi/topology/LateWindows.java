package dev.kintsugi.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/** As {@link LateStore}, by windows. */
final class LateWindows extends WrappedStateStore<WindowStore<Bytes, byte[]>, Bytes, byte[]>
        implements WindowStore<Bytes, byte[]> {
    private final Unwritten<Place> unwritten;

    private record Place(Bytes key, long start) {}

    LateWindows(WindowStore<Bytes, byte[]> below) {
        super(below);
        unwritten = new Unwritten<>(new Unwritten.Written<>() {
            @Override
            public byte[] get(Place place) {
                return below.fetch(place.key(), place.start());
            }

            @Override
            public void put(Place place, byte[] value) {
                below.put(place.key(), value, place.start());
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
    public byte[] fetch(Bytes key, long start) {
        return unwritten.get(new Place(key, start));
    }

    @Override
    public void put(Bytes key, byte[] value, long start) {
        unwritten.put(new Place(key, start), value);
    }

    @Override
    public WindowStoreIterator<byte[]> fetch(Bytes key, long from, long to) {
        unwritten.write();
        return wrapped().fetch(key, from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> fetch(Bytes first, Bytes last, long from, long to) {
        unwritten.write();
        return wrapped().fetch(first, last, from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> fetchAll(long from, long to) {
        unwritten.write();
        return wrapped().fetchAll(from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> all() {
        unwritten.write();
        return wrapped().all();
    }
}
