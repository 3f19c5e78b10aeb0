package dev.kintsugi.topology;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** What is written of a store, as a test keeps it; of what goes it is told null. */
record ToldBelow<K>(Function<K, byte[]> read, BiConsumer<K, byte[]> write) implements Below<K> {
    @Override
    public byte[] get(K key) {
        return read.apply(key);
    }

    @Override
    public void put(K key, byte[] value, boolean anew) {
        if (anew != (get(key) == null)) {
            throw new AssertionError(key + (anew ? " is there" : " is not there"));
        }
        write.accept(key, value);
    }

    @Override
    public void delete(K key) {
        if (get(key) == null) {
            throw new AssertionError(key + " is not there");
        }
        write.accept(key, null);
    }

    @Override
    public void begin() {}
}
