package dev.kintsugi.topology;

import dev.kintsugi.topology.LateWindows.Place;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.WindowStore;

/**
 * What is written by keys and windows, in which no key is looked up that is surely not there. That is known of a window which
 * was empty when this run first asked for it; in another, which an earlier run began, every key is looked up, and so it is in
 * one with very many.
 */
final class SievedWindows implements Below<Place> {
    /** The present window and the one before are alive; an older one is asked for by what was closed in it. */
    private static final int MOST = 3;

    /** Keys of a window, of which each takes up to 16 bytes of memory. */
    private static final int MOST_KEYS = 2_000_000;

    /** Kafka keeps windows in segments of a minute at least, which would have to be looked through for a shorter one. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final WindowStore<Bytes, byte[]> store;
    private final boolean sieving;

    /** By where a window begins: which keys it has, if that is known. */
    private final TreeMap<Long, Optional<Sieve>> windows = new TreeMap<>();

    /** @param length of a window */
    SievedWindows(WindowStore<Bytes, byte[]> store, Duration length) {
        this.store = store;
        this.sieving = length.compareTo(SHORTEST) >= 0;
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
        if (anew && sieve.isPresent()) {
            add(sieve.get(), place);
        }
    }

    @Override
    public void delete(Place place) {
        window(place.start()).ifPresent(known -> known.remove(place.key()));
        store.put(place.key(), null, place.start());
    }

    private void add(Sieve sieve, Place place) {
        sieve.add(place.key());
        if (sieve.size() >= MOST_KEYS) {
            windows.put(place.start(), Optional.empty());
        }
    }

    private Optional<Sieve> window(long start) {
        Optional<Sieve> known = windows.get(start);
        if (known == null) {
            known = sieving && isEmpty(start) ? Optional.of(new Sieve()) : Optional.empty();
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
