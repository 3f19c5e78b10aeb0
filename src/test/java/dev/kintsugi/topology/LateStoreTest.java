package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.Test;

class LateStoreTest {
    private static final Bytes KEY = Bytes.wrap(new byte[] {7});
    private static final byte[] VALUE = {1};

    private final StateStoreContext context = new MockProcessorContext<>().getStateStoreContext();
    private final KeyValueStore<Bytes, byte[]> below =
            new KeptStores().byKey("store").get();
    private final LateStore store = new LateStore(below);
    private final WindowStore<Bytes, byte[]> windowsBelow = new KeptStores()
            .byTime("windows", Duration.ofMinutes(1), Duration.ofMinutes(1))
            .get();
    private final LateWindows windows = new LateWindows(windowsBelow);

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
        windows.put(KEY, VALUE, 60_000);
        try (var all = store.all();
                var allWindows = windows.all()) {
            assertThat(all.next().value).isEqualTo(VALUE);
            assertThat(allWindows.next().value).isEqualTo(VALUE);
        }
    }
}
