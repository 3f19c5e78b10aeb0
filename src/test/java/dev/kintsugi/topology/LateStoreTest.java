package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.internals.RecordCollector;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.Test;

class LateStoreTest {
    private static final Bytes KEY = Bytes.wrap(new byte[] {7});
    private static final byte[] VALUE = {1};

    private final StateStoreContext context = mock(StreamsConfig.EXACTLY_ONCE_V2);
    private final TaskStores stores = new TaskStores();
    private final KeyValueStore<Bytes, byte[]> below =
            new KeptStores().byKey("store").get();
    private final LateStore<byte[]> store = new LateStore<>(below, Store.PENDING, stores, new AsTheyAre<>());
    private final WindowStore<Bytes, byte[]> windowsBelow = new KeptStores()
            .byTime("windows", Duration.ofMinutes(1), Duration.ofMinutes(1))
            .get();
    private final LateWindows<byte[]> windows =
            new LateWindows<>(windowsBelow, Store.REMEMBERED, stores, new AsTheyAre<>(), Duration.ofMinutes(1));

    LateStoreTest() {
        store.init(context, store);
        windows.init(context, windows);
    }

    @Test
    void isWrittenWhenACommitBegins() {
        store.put(KEY, VALUE);
        windows.put(KEY, VALUE, 60_000);
        assertThat(below.get(KEY)).isNull();
        assertThat(windowsBelow.fetch(KEY, 60_000)).isNull();

        store.flushCache();
        windows.flushCache();

        assertThat(below.get(KEY)).isEqualTo(VALUE);
        assertThat(windowsBelow.fetch(KEY, 60_000)).isEqualTo(VALUE);
    }

    @Test
    void whatATransactionHasNotWrittenIsUndoneWithIt() {
        store.put(KEY, VALUE);
        windows.put(KEY, VALUE, 60_000);

        store.init(context, store);
        windows.init(context, windows);

        assertThat(store.get(KEY)).isNull();
        assertThat(windows.fetch(KEY, 60_000)).isNull();
    }

    @Test
    void whatIsNotWrittenIsForgottenWithTheCache() {
        store.put(KEY, VALUE);
        windows.put(KEY, VALUE, 60_000);

        store.clearCache();
        windows.clearCache();

        assertThat(store.get(KEY)).isNull();
        assertThat(windows.fetch(KEY, 60_000)).isNull();
    }

    @Test
    void aLookAtAllSeesWhatIsNotYetWritten() {
        store.put(KEY, VALUE);
        List<byte[]> seen = new ArrayList<>();
        store.each((key, value) -> seen.add(value));
        assertThat(seen).containsExactly(VALUE);
    }

    @Test
    void waitsForWhatWasSentBeforeItIsWritten() {
        assertThat(doneInACommit(StreamsConfig.AT_LEAST_ONCE)).containsExactly("sent, below nothing");
    }

    @Test
    void waitsForNothingInATransaction() {
        assertThat(doneInACommit(StreamsConfig.EXACTLY_ONCE_V2)).isEmpty();
    }

    @Test
    void writesNothingIfNobodyCanBeAskedWhatWasSent() {
        store.init(mock(StreamsConfig.AT_LEAST_ONCE), store);
        store.put(KEY, VALUE);

        assertThatThrownBy(store::flushCache).isInstanceOf(ClassCastException.class);
        assertThat(below.get(KEY)).isNull();
    }

    /** What was waited for when a commit wrote one value, and what the store below held by then. */
    private List<String> doneInACommit(String guarantee) {
        List<String> done = new ArrayList<>();
        StateStoreContext sending = sending(guarantee, () -> {
            done.add("sent, below " + (below.get(KEY) == null ? "nothing" : "written"));
            return null;
        });
        store.init(sending, store);
        store.put(KEY, VALUE);

        store.flushCache();

        assertThat(below.get(KEY)).isEqualTo(VALUE);
        return done;
    }

    private static StateStoreContext mock(String guarantee) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        return new MockProcessorContext<>(settings).getStateStoreContext();
    }

    private StateStoreContext sending(String guarantee, Supplier<Object> flush) {
        var collector = proxy(RecordCollector.class, Map.of("flush", flush));
        return (StateStoreContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {StateStoreContext.class, RecordCollector.Supplier.class},
                (any, method, arguments) -> switch (method.getName()) {
                    case "recordCollector" -> collector;
                    case "appConfigs" -> Map.of(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
                    default -> method.invoke(context, arguments);
                });
    }

    private <T> T proxy(Class<T> type, Map<String, Supplier<Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {type},
                (any, method, arguments) -> answers.get(method.getName()).get()));
    }
}
