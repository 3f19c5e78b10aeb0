package dev.kintsugi.topology;

import dev.kintsugi.topology.LateWindows.Place;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.WindowStore;

/**
 * What is written by keys and windows, in which no key is looked up that is surely not there. That is known of a window which
 * was empty when this run first asked for it; in another, which an earlier run began, every key is looked up.
 */
final class SievedWindows implements Below<Place> {
    /** Two windows are asked for at a time, and older ones seldom. */
    private static final int MOST = 4;

    private final WindowStore<Bytes, byte[]> store;

    /** By where a window begins: which keys it has, if that is known. */
    private final TreeMap<Long, Optional<Sieve>> windows = new TreeMap<>();

    SievedWindows(WindowStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public void begin() {
        windows.clear();
    }

    @Override
    public byte[] get(Place place) {
        Optional<Sieve> sieve = window(place.start());
        return sieve.isEmpty() || sieve.get().mayHold(place.key()) ? store.fetch(place.key(), place.start()) : null;
    }

    @Override
    public void put(Place place, byte[] value, boolean anew) {
        Optional<Sieve> sieve = window(place.start());
        store.put(place.key(), value, place.start());
        if (anew) {
            sieve.ifPresent(known -> known.add(place.key()));
        }
    }

    @Override
    public void delete(Place place) {
        window(place.start()).ifPresent(known -> known.remove(place.key()));
        store.put(place.key(), null, place.start());
    }

    private Optional<Sieve> window(long start) {
        Optional<Sieve> known = windows.get(start);
        if (known == null) {
            known = isEmpty(start) ? Optional.of(new Sieve()) : Optional.empty();
            windows.put(start, known);
            if (windows.size() > MOST) {
                windows.pollFirstEntry();
            }
        }
        return known;
    }

    private boolean isEmpty(long start) {
        try (var there = store.fetchAll(start, start)) {
            return !there.hasNext();
        }
    }
}
