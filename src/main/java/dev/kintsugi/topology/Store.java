package dev.kintsugi.topology;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the stream: on disk, each with a changelog. */
enum Store {
    PENDING("waiting observations by key, and how far pairing has come", true),
    REMEMBERED("closed observations by key, without payloads", false),
    AGENDA("in order of time: deadlines, arrivals, closings", true),
    READY("what waits for the model, in order", true);

    private final String purpose;
    private final boolean cached;

    Store(String purpose, boolean cached) {
        this.purpose = purpose;
        this.cached = cached;
    }

    String storeName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String purpose() {
        return purpose;
    }

    /**
     * The cache is not for reading: what is put and deleted between two commits (a pair that came within 100 ms, a batch)
     * leaves a tombstone in the changelog, and no payload. What is remembered stays for minutes, and would fill the cache,
     * which all stores of a thread share: the others' payloads would then be flushed as they are put. For a range the
     * cache copies all the keys that it holds in it, hence the narrow ones of pairing.
     *
     * @param medium what a store of that name lies on
     */
    StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(Function<String, KeyValueBytesStoreSupplier> medium) {
        StoreBuilder<KeyValueStore<Bytes, byte[]>> builder = Stores.keyValueStoreBuilder(
                        medium.apply(storeName()), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of());
        return cached ? builder.withCachingEnabled() : builder.withCachingDisabled();
    }
}
