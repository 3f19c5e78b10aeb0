package dev.kintsugi.topology;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds stores that are written late, with a changelog and without Kafka's cache.
 *
 * @param <S> the store below
 */
final class LateBuilder<S extends StateStore, T extends StateStore> implements StoreBuilder<T> {
    private final StoreBuilder<S> below;
    private final Function<S, T> late;

    /** @param changelog settings of the changelog's topic that differ from those of a broker */
    LateBuilder(StoreBuilder<S> below, Function<S, T> late, Map<String, String> changelog) {
        this.below = below.withLoggingEnabled(changelog).withCachingDisabled();
        this.late = late;
    }

    @Override
    public T build() {
        return late.apply(below.build());
    }

    @Override
    public String name() {
        return below.name();
    }

    @Override
    public boolean loggingEnabled() {
        return below.loggingEnabled();
    }

    @Override
    public Map<String, String> logConfig() {
        return below.logConfig();
    }

    @Override
    public StoreBuilder<T> withCachingEnabled() {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoreBuilder<T> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<T> withLoggingEnabled(Map<String, String> config) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoreBuilder<T> withLoggingDisabled() {
        throw new UnsupportedOperationException();
    }
}
