package dev.kintsugi.topology;

import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** As {@link Late}, by keys. */
final class LateStore<V> extends Late<KeyValueStore<Bytes, byte[]>, Bytes, V> {
    private final SievedKeys written;
    private final Form<Bytes, V> form;

    LateStore(KeyValueStore<Bytes, byte[]> below, Store store, TaskStores stores, Form<Bytes, V> form) {
        this(below, store, stores, form, new SievedKeys(below));
    }

    private LateStore(
            KeyValueStore<Bytes, byte[]> below,
            Store store,
            TaskStores stores,
            Form<Bytes, V> form,
            SievedKeys written) {
        super(below, store, stores, written, form);
        this.written = written;
        this.form = form;
    }

    /** Null where there is none. */
    V get(Bytes key) {
        return value(key);
    }

    /** @param value null where there is to be none */
    void put(Bytes key, V value) {
        change(key, value);
    }

    /** Looks at all there is, by key; nothing may be put meanwhile. */
    void each(BiConsumer<Bytes, V> look) {
        whole();
        try (var all = written.all()) {
            all.forEachRemaining(entry -> look.accept(entry.key, form.value(entry.key, entry.value)));
        }
    }
}
