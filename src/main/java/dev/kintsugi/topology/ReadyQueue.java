package dev.kintsugi.topology;

import dev.kintsugi.telemetry.Meters;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What waits for the model, oldest first: in memory, and in a store for the sake of a crash. There is no way to run
 * something before a commit, so a commit may come while something waits; it is then found again in the store.
 */
final class ReadyQueue {
    private final KeyValueStore<Bytes, byte[]> store;
    private final Meters meters;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long next;

    /**
     * One that waits, and its place in the store.
     *
     * @param clock that runs since it came; for one that an earlier run left, since this one found it
     */
    record Waiting(long number, Ready ready, Meters.Clock clock) {}

    /** Takes up what an earlier run left. */
    ReadyQueue(KeyValueStore<Bytes, byte[]> store, Meters meters) {
        this.store = store;
        this.meters = meters;
        try (KeyValueIterator<Bytes, byte[]> left = store.all()) {
            while (left.hasNext()) {
                KeyValue<Bytes, byte[]> entry = left.next();
                long number = ByteBuffer.wrap(entry.key.get()).getLong();
                waiting.add(new Waiting(number, StateBytes.ready(entry.value), meters.start()));
            }
        }
        next = waiting.isEmpty() ? 0 : waiting.getLast().number() + 1;
    }

    void add(Ready ready) {
        Waiting last = new Waiting(next++, ready, meters.start());
        store.put(place(last), StateBytes.ready(ready));
        waiting.add(last);
    }

    int size() {
        return waiting.size();
    }

    List<Waiting> first(int most) {
        return waiting.stream().limit(most).toList();
    }

    /** It must be the first. */
    void remove(Waiting done) {
        if (waiting.peek() != done) {
            throw new IllegalStateException("number " + done.number() + " is not the next");
        }
        waiting.remove();
        store.delete(place(done));
    }

    private static Bytes place(Waiting one) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(one.number()).array());
    }
}
