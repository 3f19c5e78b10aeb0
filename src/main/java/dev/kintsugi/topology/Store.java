package dev.kintsugi.topology;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the stream: on disk, each with a changelog. */
enum Store {
    PENDING("waiting observations by key, and how far pairing has come"),
    REMEMBERED("closed observations by key and time, without payloads"),
    READY("what waits for the model, in order");

    /** For so long may nothing come, and a disk be lost then, without anything forgotten. */
    private static final Duration QUIET = Duration.ofDays(7);

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
    StoreBuilder<? extends StateStore> builder(Medium medium, Duration remember, TaskStores stores) {
        return switch (this) {
            case PENDING -> byKey(medium, stores, Forms.WAITS);
            case REMEMBERED -> byTime(medium, remember, stores);
            case READY -> byKey(medium, stores, Forms.READY);
        };
    }

    private StoreBuilder<? extends StateStore> byKey(Medium medium, TaskStores stores, Form<Bytes, ?> form) {
        var below = Stores.keyValueStoreBuilder(medium.byKey(storeName()), Serdes.Bytes(), Serdes.ByteArray());
        return new LateBuilder<>(below, store -> new LateStore<>(store, this, stores, form), Map.of());
    }

    private StoreBuilder<? extends StateStore> byTime(Medium medium, Duration remember, TaskStores stores) {
        var below = Stores.windowStoreBuilder(
                medium.byTime(storeName(), Memory.retention(remember), remember), Serdes.Bytes(), Serdes.ByteArray());
        return new LateBuilder<>(
                below, store -> new LateWindows<>(store, this, stores, Forms.REMEMBERED, remember), windows(remember));
    }

    /**
     * As Kafka has them for its own windows, but kept from when a record was written, not from when the event was; and for
     * longer, since stream time, which remembrance counts by, stands still while topics are quiet.
     */
    private static Map<String, String> windows(Duration remember) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(Memory.retention(remember).plus(QUIET).toMillis()),
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime");
    }
}
