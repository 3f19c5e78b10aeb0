package dev.kintsugi.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.RecordCollector;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * A store that is written when a commit begins, together with the others of its task ({@link WriteOrder}).
 *
 * <p>Kafka Streams asks its own caches for what they hold at that moment, and no interface of its public ones is asked so; nor
 * does a public one wait for what was sent.
 *
 * @param <S> the store below
 * @param <K> what a value is found by
 */
abstract class Late<S extends StateStore, K, V> extends WrappedStateStore<S, Bytes, byte[]> {
    private final Store store;
    private final TaskStores stores;
    private final Unwritten<K, V> unwritten;
    private StateStoreContext context;
    private boolean transactional;

    /** @param below what is written of the store that this one wraps */
    Late(S wrapped, Store store, TaskStores stores, Below<K> below, Form<K, V> form) {
        super(wrapped);
        this.store = store;
        this.stores = stores;
        unwritten = new Unwritten<>(below, form, this::write);
    }

    /** Also of a task that begins anew after it was closed for a failure. */
    @Override
    public final void init(StateStoreContext context, StateStore root) {
        this.context = context;
        transactional = StreamSettings.Guarantee.EXACTLY_ONCE.isSetIn(context.appConfigs());
        unwritten.begin();
        super.init(context, root);
        stores.begin(context.taskId(), store, unwritten);
    }

    @Override
    public final void clearCache() {
        unwritten.begin();
        super.clearCache();
    }

    @Override
    public final void flushCache() {
        write();
        super.flushCache();
    }

    @Override
    public final void close() {
        if (context != null) {
            stores.end(context.taskId(), store, unwritten);
        }
        super.close();
    }

    final V value(K key) {
        return unwritten.get(key);
    }

    final void change(K key, V value) {
        unwritten.put(key, value);
    }

    /** The store below, with all that there is, for a look at many. */
    final S whole() {
        write();
        return wrapped();
    }

    private void write() {
        stores.write(context.taskId(), this::settle);
    }

    /**
     * In a transaction, what is written and what was sent become known together. The collector is asked for here and not
     * before: a task that stands by, or is only looked at as the process starts, has none, and nothing to write.
     */
    private void settle() {
        if (!transactional) {
            ((RecordCollector.Supplier) context).recordCollector().flush();
        }
    }
}
