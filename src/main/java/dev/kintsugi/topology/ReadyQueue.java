package dev.kintsugi.topology;

import dev.kintsugi.telemetry.Meters;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * What waits for the model, oldest first: in memory, and in a store for the sake of a crash. There is no way to run
 * something before a commit, so a commit may come while something waits; it is then found again in the store.
 */
final class ReadyQueue {
    private final LateStore<Ready> store;
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
    ReadyQueue(LateStore<Ready> store, Meters meters) {
        this.store = store;
        this.meters = meters;
        store.each((place, ready) ->
                waiting.add(new Waiting(ByteBuffer.wrap(place.get()).getLong(), ready, meters.start())));
        next = waiting.isEmpty() ? 0 : waiting.getLast().number() + 1;
    }

    void add(Ready ready) {
        Waiting last = new Waiting(next++, ready, meters.start());
        store.put(place(last), ready);
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
        store.put(place(done), null);
    }

    private static Bytes place(Waiting one) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(one.number()).array());
    }
}
