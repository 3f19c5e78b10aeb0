package dev.kintsugi.topology;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;

/**
 * What the stores of each task hold back, written together, so that a kill repeats work and loses none.
 *
 * <p>Without transactions a kill may come between any two writes, and each that was made stays. So a store is written only
 * once that is safe which outlasts what it lets go: what was sent, before anything is written at all; then what is ready
 * for the model; then what is remembered, by which an event that is read again is known; and last what waits.
 */
final class WriteOrder {
    private final Map<TaskId, Map<Store, Unwritten<?>>> tasks = new ConcurrentHashMap<>();

    /** A store of a task begins; in the place of one that it had before. */
    void begin(TaskId task, Store store, Unwritten<?> unwritten) {
        tasks.computeIfAbsent(task, any -> Collections.synchronizedMap(new EnumMap<>(Store.class)))
                .put(store, unwritten);
    }

    /** A store has closed, unless another one of its name has begun since. */
    void end(TaskId task, Store store, Unwritten<?> unwritten) {
        tasks.computeIfPresent(task, (any, stores) -> {
            stores.remove(store, unwritten);
            return stores.isEmpty() ? null : stores;
        });
    }

    /**
     * Writes all that the stores of a task hold back.
     *
     * @param settle waits until all that was sent so far is where it was sent to
     */
    void write(TaskId task, Runnable settle) {
        for (Store store : Store.WRITTEN) {
            Unwritten<?> unwritten = tasks.get(task).get(store);
            if (unwritten != null && unwritten.isChanged()) {
                settle.run();
                unwritten.write();
            }
        }
    }
}
