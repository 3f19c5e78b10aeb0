package dev.kintsugi.topology;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * A store that is written when a commit begins.
 *
 * <p>Kafka Streams asks its own caches for what they hold at that moment, and no interface of its public ones is asked so.
 *
 * @param <S> the store below
 * @param <K> what a value is found by
 */
abstract class Late<S extends StateStore, K> extends WrappedStateStore<S, Bytes, byte[]> {
    private final Unwritten<K> unwritten;

    /**
     * @param get how a value is read from below
     * @param put how it is put there; null where there is none any more
     */
    Late(S below, Function<K, byte[]> get, BiConsumer<K, byte[]> put) {
        super(below);
        unwritten = new Unwritten<>(get, put);
    }

    /** Also of a task that begins anew after it was closed for a failure. */
    @Override
    public final void init(StateStoreContext context, StateStore root) {
        unwritten.forget();
        super.init(context, root);
    }

    @Override
    public final void clearCache() {
        unwritten.forget();
        super.clearCache();
    }

    @Override
    public final void flushCache() {
        unwritten.write();
        super.flushCache();
    }

    final byte[] value(K key) {
        return unwritten.get(key);
    }

    final void change(K key, byte[] value) {
        unwritten.put(key, value);
    }

    /** The store below, with all that there is, for a look at many. */
    final S whole() {
        unwritten.write();
        return wrapped();
    }
}
