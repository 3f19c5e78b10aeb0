package dev.kintsugi.topology;

/**
 * What is written of a store that is written late.
 *
 * @param <K> what a value is found by
 */
interface Below<K> {
    /** Null where there is none. */
    byte[] get(K key);

    /** @param anew whether there was none */
    void put(K key, byte[] value, boolean anew);

    /** A value that is there goes. */
    void delete(K key);

    /** A run begins: what is written may be what another has left. */
    void begin();
}
