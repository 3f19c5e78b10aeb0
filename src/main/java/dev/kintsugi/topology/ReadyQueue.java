package dev.kintsugi.topology;

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
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long next;

    /** One that waits, and its place in the store. */
    record Waiting(long number, Ready ready) {}

    /** Takes up what an earlier run left. */
    ReadyQueue(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> left = store.all()) {
            while (left.hasNext()) {
                KeyValue<Bytes, byte[]> entry = left.next();
                waiting.add(new Waiting(ByteBuffer.wrap(entry.key.get()).getLong(), StateBytes.ready(entry.value)));
            }
        }
        next = waiting.isEmpty() ? 0 : waiting.getLast().number() + 1;
    }

    void add(Ready ready) {
        Waiting last = new Waiting(next++, ready);
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
