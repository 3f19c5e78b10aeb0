package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.pairing.PairingRules;
import dev.kintsugi.telemetry.Meters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

/** When a task asks for a commit. */
class PairProcessorTest {
    private static final long NOW = 1_000_000;
    private static final Duration REMEMBER = Duration.ofMinutes(1);

    @Test
    void asksForACommitWhereInputIsFresh() {
        assertThat(asks(NOW, StreamsConfig.EXACTLY_ONCE_V2, "1000")).isTrue();
    }

    @Test
    void asksForNoneInABacklog() {
        assertThat(asks(NOW - 60_000, StreamsConfig.EXACTLY_ONCE_V2, "1000")).isFalse();
    }

    @Test
    void asksForNoneWithoutTransactions() {
        assertThat(asks(NOW, StreamsConfig.AT_LEAST_ONCE, "1000")).isFalse();
    }

    @Test
    void asksForNoneWhereTheUserHasSetHowOftenThereAre() {
        assertThat(asks(NOW, StreamsConfig.EXACTLY_ONCE_V2, "5000")).isFalse();
    }

    /** Whether it does, at its next look, after it has read a record of that time. */
    private static boolean asks(long timestamp, String guarantee, String interval) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, interval);
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>(settings);
        context.setCurrentSystemTimeMs(NOW);
        PairProcessor processor = processor(context);
        var look = context.scheduledPunctuators().get(0).getPunctuator();
        look.punctuate(NOW - 1_000);
        processor.process(new Record<>("", Optional.empty(), timestamp));
        look.punctuate(NOW + 10);
        return context.committed();
    }

    private static PairProcessor processor(MockProcessorContext<Object, Object> context) {
        TaskStores stores = new TaskStores();
        KeptStores kept = new KeptStores();
        LateStore<Waits> waits =
                new LateStore<>(kept.byKey(Store.PENDING.storeName()).get(), Store.PENDING, stores, Forms.WAITS);
        waits.init(context.getStateStoreContext(), waits);
        context.addStateStore(waits);
        var remembered = new LateWindows<>(
                kept.byTime(Store.REMEMBERED.storeName(), REMEMBER, REMEMBER).get(),
                Store.REMEMBERED,
                stores,
                Forms.REMEMBERED,
                REMEMBER);
        remembered.init(context.getStateStoreContext(), remembered);
        context.addStateStore(remembered);
        PairingRules rules = new PairingRules(
                List.of("image", "audio"),
                Set.of("image", "audio"),
                1_000,
                200,
                OptionalLong.empty(),
                100,
                5_000,
                REMEMBER.toMillis(),
                1_000);
        PairProcessor processor = new PairProcessor(rules, false, Meters.unread(), stores);
        processor.init(context);
        return processor;
    }
}
