package dev.kintsugi.topology;

import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.WindowStore;

/** As {@link Late}, by keys and windows. */
final class LateWindows<V> extends Late<WindowStore<Bytes, byte[]>, LateWindows.Place, V> {

    /** @param start of the window */
    record Place(Bytes key, long start) {}

    /** @param length of a window */
    LateWindows(
            WindowStore<Bytes, byte[]> below, Store store, TaskStores stores, Form<Place, V> form, Duration length) {
        super(below, store, stores, new SievedWindows(below, length), form);
    }

    /** Null where there is none. */
    V fetch(Bytes key, long start) {
        return value(new Place(key, start));
    }

    void put(Bytes key, V value, long start) {
        change(new Place(key, start), value);
    }
}
