package dev.kintsugi.topology;

/**
 * How values of one kind lie in a store.
 *
 * @param <K> what a value is found by
 */
interface Form<K, V> {
    byte[] bytes(V value);

    V value(K key, byte[] bytes);

    /** About how many bytes of memory it takes. */
    int size(V value);
}
