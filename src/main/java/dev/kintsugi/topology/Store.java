package dev.kintsugi.topology;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/** The stores of the stream: on disk, each with a changelog. */
enum Store {
    PENDING("waiting observations by key, and how far pairing has come"),
    REMEMBERED("closed observations by key and time, without payloads"),
    READY("what waits for the model, in order");

    /** When something was remembered, not what it was about: a log that is read again is far older than its keeping. */
    private static final Map<String, String> KEPT_FROM_WRITING =
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

    private final String purpose;

    Store(String purpose) {
        this.purpose = purpose;
    }

    String storeName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String purpose() {
        return purpose;
    }

    /** @param remember how long closed observations are known */
    StoreBuilder<? extends StateStore> builder(Medium medium, Duration remember) {
        return this == REMEMBERED ? byTime(medium, remember) : byKey(medium);
    }

    /**
     * The cache is not for reading: what is put and deleted between two commits (a pair that came within 100 ms, a batch)
     * leaves a tombstone in the changelog, and no payload.
     */
    private StoreBuilder<KeyValueStore<Bytes, byte[]>> byKey(Medium medium) {
        return Stores.keyValueStoreBuilder(medium.byKey(storeName()), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingEnabled();
    }

    /**
     * Past the cache, which all stores of a thread share: what is remembered stays for minutes and would fill it, and the
     * others' payloads would then be written as they are put.
     */
    private StoreBuilder<WindowStore<Bytes, byte[]>> byTime(Medium medium, Duration remember) {
        return Stores.windowStoreBuilder(
                        medium.byTime(storeName(), Memory.retention(remember), remember),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withLoggingEnabled(KEPT_FROM_WRITING)
                .withCachingDisabled();
    }
}
