package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.topology.LateWindows.Place;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SievedTest {
    private static final Bytes ONE = Bytes.wrap(new byte[] {1});
    private static final Bytes TWO = Bytes.wrap(new byte[] {2});
    private static final byte[] VALUE = {7};
    private static final long WINDOW = 60_000;

    private final KeyValueStore<Bytes, byte[]> store =
            new KeptStores().byKey("store").get();
    private final WindowStore<Bytes, byte[]> windowStore = new KeptStores()
            .byTime("windows", Duration.ofMinutes(10), Duration.ofMillis(WINDOW))
            .get();
    private int lookUps;
    private final SievedKeys keys = new SievedKeys(counted(KeyValueStore.class, store));
    private final SievedWindows windows =
            new SievedWindows(counted(WindowStore.class, windowStore), Duration.ofMillis(WINDOW));

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @BeforeEach
    void open() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        StateStoreContext context = new MockProcessorContext<>(settings).getStateStoreContext();
        store.init(context, store);
        windowStore.init(context, windowStore);
    }

    /** The store, and how often a key was looked up in it. */
    @SuppressWarnings("unchecked")
    private <S extends StateStore> S counted(Class<? super S> type, S counted) {
        return (S) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, (any, method, given) -> {
            if (method.getName().equals("get") || method.getName().equals("fetch")) {
                lookUps++;
            }
            return method.invoke(counted, given);
        });
    }

    private void lookThroughAll() {
        try (var all = keys.all()) {
            all.forEachRemaining(entry -> {});
        }
    }

    @Test
    void looksUpEveryKeyUntilItHasSeenAll() {
        assertThat(keys.get(ONE)).isNull();
        assertThat(lookUps).isOne();
    }

    @Test
    void looksUpNoKeyThatIsSurelyNotThere() {
        store.put(ONE, VALUE);
        lookThroughAll();

        assertThat(keys.get(TWO)).isNull();
        assertThat(lookUps).isZero();
        assertThat(keys.get(ONE)).isEqualTo(VALUE);
        assertThat(lookUps).isOne();
    }

    @Test
    void aLookAtAllThatEndsEarlyTeachesNothing() {
        store.put(ONE, VALUE);
        store.put(TWO, VALUE);
        try (var all = keys.all()) {
            all.next();
        }

        assertThat(keys.get(ONE)).isEqualTo(VALUE);
        assertThat(keys.get(TWO)).isEqualTo(VALUE);
    }

    @Test
    void findsWhatAnotherHasLeftWhenARunBegins() {
        lookThroughAll();
        store.put(ONE, VALUE);

        keys.begin();

        assertThat(keys.get(ONE)).isEqualTo(VALUE);
    }

    @Test
    void looksUpNoKeyInAWindowThatBeganEmpty() {
        assertThat(windows.get(new Place(ONE, WINDOW))).isNull();
        windows.put(new Place(ONE, WINDOW), VALUE, true);

        assertThat(windows.get(new Place(TWO, WINDOW))).isNull();
        assertThat(lookUps).isZero();
        assertThat(windows.get(new Place(ONE, WINDOW))).isEqualTo(VALUE);
    }

    @Test
    void looksUpEveryKeyInAWindowThatAnEarlierRunBegan() {
        windowStore.put(ONE, VALUE, WINDOW);

        assertThat(windows.get(new Place(TWO, WINDOW))).isNull();
        assertThat(windows.get(new Place(ONE, WINDOW))).isEqualTo(VALUE);
        assertThat(lookUps).isEqualTo(2);
        assertThat(windows.get(new Place(ONE, 2 * WINDOW))).isNull();
        assertThat(lookUps).isEqualTo(2);
    }

    @Test
    void findsWhatAnotherHasLeftInAWindowWhenARunBegins() {
        assertThat(windows.get(new Place(ONE, WINDOW))).isNull();
        windowStore.put(ONE, VALUE, WINDOW);

        windows.begin();

        assertThat(windows.get(new Place(ONE, WINDOW))).isEqualTo(VALUE);
    }

    @Test
    void looksUpEveryKeyWhereWindowsAreShort() {
        SievedWindows shorter = new SievedWindows(counted(WindowStore.class, windowStore), Duration.ofSeconds(59));
        assertThat(shorter.get(new Place(ONE, WINDOW))).isNull();
        assertThat(lookUps).isOne();
    }

    @Test
    void knowsAnOldWindowAgain() {
        for (int window = 0; window < 9; window++) {
            windows.put(new Place(ONE, window * WINDOW), VALUE, true);
        }
        for (int window = 0; window < 9; window++) {
            assertThat(windows.get(new Place(ONE, window * WINDOW))).isEqualTo(VALUE);
        }
    }

    @Test
    void aWindowThatHasExpiredIsGoneAlsoBehindItsSieve() {
        windows.put(new Place(ONE, WINDOW), VALUE, true);
        windows.put(new Place(TWO, 30 * WINDOW), VALUE, true);

        assertThat(windows.get(new Place(ONE, WINDOW))).isNull();
        windows.put(new Place(ONE, WINDOW), VALUE, true);
        windows.delete(new Place(ONE, WINDOW));
        assertThat(windows.get(new Place(ONE, WINDOW))).isNull();
        assertThat(windows.get(new Place(TWO, 30 * WINDOW))).isEqualTo(VALUE);
    }

    /** Of payloads of a megabyte, what is kept of what is written is soon too much, and is forgotten. */
    @ParameterizedTest
    @MethodSource("seeds")
    void holdWhatMapsWouldHoldBelowWhatIsUnwritten(long seed) {
        Random random = new Random(seed);
        byte[][] payloads =
                IntStream.range(0, 5).mapToObj(i -> new byte[(1 << 20) + i]).toArray(byte[][]::new);
        Twins<Bytes> byKey = new Twins<>(keys);
        Twins<Place> byPlace = new Twins<>(windows);
        for (int i = 0; i < 2_000; i++) {
            Bytes key = Bytes.wrap(new byte[] {(byte) random.nextInt(40)});
            Place place = new Place(key, random.nextInt(5) * WINDOW);
            byte[] payload = payloads[random.nextInt(5)];
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> {
                    byKey.put(key, payload);
                    byPlace.put(place, payload);
                }
                case 3, 4 -> {
                    byKey.put(key, null);
                    byPlace.put(place, null);
                }
                case 5 -> {
                    byKey.write();
                    byPlace.write();
                }
                case 6 -> {
                    if (random.nextInt(10) == 0) {
                        byKey.beginAgain();
                        byPlace.beginAgain();
                        lookThroughAll();
                    }
                }
                default -> {
                    byKey.compare(key);
                    byPlace.compare(place);
                }
            }
        }
    }

    /** What is unwritten over a sieve, and a map of which the same is asked. */
    private static final class Twins<K> {
        private final Unwritten<K, byte[]> store;
        private final Map<K, byte[]> map = new HashMap<>();

        Twins(Below<K> below) {
            store = new Unwritten<>(below, new AsTheyAre<>(), this::write);
        }

        void put(K key, byte[] payload) {
            store.put(key, payload);
            map.put(key, payload);
        }

        void write() {
            store.write();
            store.settle();
        }

        void beginAgain() {
            write();
            store.begin();
        }

        void compare(K key) {
            assertThat(store.get(key)).isSameAs(map.get(key));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdWhatMapsWouldHold(long seed) {
        Random random = new Random(seed);
        Map<Bytes, byte[]> map = new HashMap<>();
        Map<Place, byte[]> places = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            Bytes key = Bytes.wrap(new byte[] {(byte) random.nextInt(40)});
            Place place = new Place(key, random.nextInt(9) * WINDOW);
            byte[] value = {(byte) i};
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> {
                    keys.put(key, value, map.put(key, value) == null);
                    windows.put(place, value, places.put(place, value) == null);
                }
                case 3, 4 -> {
                    if (map.remove(key) != null) {
                        keys.delete(key);
                    }
                    if (places.remove(place) != null) {
                        windows.delete(place);
                    }
                }
                case 5 -> lookThroughAll();
                default -> {
                    assertThat(keys.get(key)).isEqualTo(map.get(key));
                    assertThat(windows.get(place)).isEqualTo(places.get(place));
                }
            }
        }
    }
}
