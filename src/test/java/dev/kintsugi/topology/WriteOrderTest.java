package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteOrderTest {
    private static final TaskId TASK = new TaskId(0, 0);
    private static final byte[] VALUE = {1};
    private static final int WRITTEN = 1_000_000;

    private final List<String> done = new ArrayList<>();
    private final TaskStores tasks = new TaskStores();
    private final Map<Store, Unwritten<Integer, byte[]>> stores = new EnumMap<>(Store.class);

    @BeforeEach
    void begin() {
        for (Store store : Store.values()) {
            stores.put(store, unwritten(store.name()));
            tasks.begin(TASK, store, stores.get(store));
        }
    }

    private Unwritten<Integer, byte[]> unwritten(String name) {
        Below<Integer> below = new ToldBelow<>(
                key -> key == WRITTEN ? VALUE : null,
                (key, value) -> done.add(value == null ? name + " deleted" : name));
        return new Unwritten<>(below, new AsTheyAre<>(), this::write);
    }

    private void write() {
        tasks.write(TASK, () -> done.add("settled"));
    }

    @Test
    void writesWhatIsReadyFirstAndWhatWaitsLast() {
        stores.values().forEach(store -> store.put(7, VALUE));

        write();

        assertThat(done).containsExactly("settled", "READY", "settled", "REMEMBERED", "settled", "PENDING");
    }

    @Test
    void deletesWhatTheModelHasDoneOnceItIsRememberedWhatItSaid() {
        stores.get(Store.READY).put(WRITTEN, null);
        stores.get(Store.REMEMBERED).put(7, VALUE);

        write();

        assertThat(done).containsExactly("settled", "REMEMBERED", "settled", "READY deleted");
    }

    @Test
    void writesWheneverOneStoreHasTooMuch() {
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

        write();

        assertThat(done).isEmpty();
    }

    /** Kafka Streams asks store after store, and again when it closes the task; the producer tells of a failure once. */
    @Test
    void writesNothingMoreOnceSomethingThatWasSentIsLost() {
        stores.values().forEach(store -> store.put(7, VALUE));

        assertThatThrownBy(() -> tasks.write(TASK, () -> {
                    throw new IllegalStateException("lost");
                }))
                .hasMessage("lost");
        assertThatThrownBy(this::write).hasMessageStartingWith("this task has failed");
        assertThatThrownBy(this::write).hasMessageStartingWith("this task has failed");

        assertThat(done).isEmpty();
    }

    @Test
    void writesNothingOfATaskThatFailedAtItsWork() {
        stores.get(Store.PENDING).put(7, VALUE);

        assertThatThrownBy(() -> tasks.during(TASK, () -> {
                    throw new IllegalStateException("broke");
                }))
                .hasMessage("broke");
        assertThatThrownBy(this::write).hasMessageStartingWith("this task has failed");

        assertThat(done).isEmpty();
    }

    @Test
    void writesAgainWhenTheTaskBeginsAnew() {
        assertThatThrownBy(() -> tasks.during(TASK, () -> {
                    throw new IllegalStateException("broke");
                }))
                .hasMessage("broke");
        tasks.begin(TASK, Store.PENDING, stores.get(Store.PENDING));
        stores.get(Store.PENDING).put(7, VALUE);

        write();

        assertThat(done).containsExactly("settled", "PENDING");
    }

    @Test
    void forgetsWhatWasOnlyLookedUp() {
        Map<Integer, byte[]> disk = new HashMap<>();
        Unwritten<Integer, byte[]> pending =
                new Unwritten<>(new ToldBelow<>(disk::get, disk::put), new AsTheyAre<>(), this::write);
        tasks.begin(TASK, Store.PENDING, pending);
        assertThat(pending.get(7)).isNull();

        write();
        disk.put(7, VALUE);

        assertThat(pending.get(7)).isEqualTo(VALUE);
    }

    @Test
    void leavesOtherTasksAlone() {
        TaskId other = new TaskId(0, 1);
        tasks.begin(other, Store.PENDING, unwritten("another"));
        stores.get(Store.READY).put(7, VALUE);

        tasks.write(other, () -> done.add("settled"));

        assertThat(done).isEmpty();
    }

    @Test
    void aStoreThatClosesLateDoesNotEndTheOneInItsPlace() {
        Unwritten<Integer, byte[]> newer = unwritten("newer");
        tasks.begin(TASK, Store.PENDING, newer);
        tasks.end(TASK, Store.PENDING, stores.get(Store.PENDING));
        newer.put(7, VALUE);

        write();

        assertThat(done).containsExactly("settled", "newer");
    }
}
