package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteOrderTest {
    private static final TaskId TASK = new TaskId(0, 0);
    private static final byte[] VALUE = {1};

    private final List<String> done = new ArrayList<>();
    private final WriteOrder order = new WriteOrder();
    private final Map<Store, Unwritten<Integer>> stores = new EnumMap<>(Store.class);

    @BeforeEach
    void begin() {
        for (Store store : Store.values()) {
            stores.put(store, unwritten(store.name()));
            order.begin(TASK, store, stores.get(store));
        }
    }

    private Unwritten<Integer> unwritten(String name) {
        return new Unwritten<>(key -> null, (key, value) -> done.add(name), () -> order.write(TASK, this::settle));
    }

    private void settle() {
        done.add("settled");
    }

    @Test
    void writesWhatIsReadyFirstAndWhatWaitsLast() {
        stores.values().forEach(store -> store.put(7, VALUE));

        order.write(TASK, this::settle);

        assertThat(done).containsExactly("settled", "READY", "settled", "REMEMBERED", "settled", "PENDING");
    }

    @Test
    void doesSoWheneverOneStoreHasTooMuch() {
        stores.get(Store.READY).put(7, VALUE);
        for (int key = 0; key <= 20_000; key++) {
            stores.get(Store.PENDING).put(key, VALUE);
        }

        assertThat(done.subList(0, 4)).containsExactly("settled", "READY", "settled", "PENDING");
    }

    @Test
    void waitsForNothingWhereNothingChanged() {
        stores.get(Store.PENDING).get(7);
        stores.get(Store.READY).put(7, VALUE);
        stores.get(Store.READY).put(7, null);

        order.write(TASK, this::settle);

        assertThat(done).isEmpty();
    }

    @Test
    void writesNothingIfWhatWasSentIsLost() {
        stores.values().forEach(store -> store.put(7, VALUE));

        assertThatThrownBy(() -> order.write(TASK, () -> {
                    throw new IllegalStateException("lost");
                }))
                .hasMessage("lost");

        assertThat(done).isEmpty();
    }

    @Test
    void leavesOtherTasksAlone() {
        TaskId other = new TaskId(0, 1);
        order.begin(other, Store.PENDING, unwritten("another"));
        stores.get(Store.READY).put(7, VALUE);

        order.write(other, this::settle);

        assertThat(done).isEmpty();
    }

    @Test
    void aStoreThatClosesLateDoesNotEndTheOneInItsPlace() {
        Unwritten<Integer> newer = unwritten("newer");
        order.begin(TASK, Store.PENDING, newer);
        order.end(TASK, Store.PENDING, stores.get(Store.PENDING));
        newer.put(7, VALUE);

        order.write(TASK, this::settle);

        assertThat(done).containsExactly("settled", "newer");
    }
}
