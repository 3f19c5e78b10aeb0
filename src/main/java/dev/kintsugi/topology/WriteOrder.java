package dev.kintsugi.topology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the stores of one task hold back, written together, so that a kill repeats work and loses none.
 *
 * <p>Without transactions a kill may come between any two writes, and each that was made stays. So each is made only once
 * that is safe which outlasts it:
 *
 * <ol>
 *   <li>what was sent, before anything is written at all;
 *   <li>what has become ready for the model;
 *   <li>what is remembered: by it an event that is read again is known, and a late side is compared with what the model said;
 *   <li>what waits, and what no longer is ready.
 * </ol>
 *
 * <p>And nothing is written of a task that failed: something that it told may never have been sent, and a producer tells of a
 * failure once, while Kafka Streams writes stores several times more.
 */
final class WriteOrder {
    private final Map<Store, Unwritten<?, ?>> stores = new EnumMap<>(Store.class);
    private boolean failed;
    private long writes;

    /** A store begins, in the place of one that there was before; the task has not failed, or begins anew. */
    void begin(Store store, Unwritten<?, ?> unwritten) {
        stores.put(store, unwritten);
        failed = false;
    }

    void beginAgain(Store store) {
        stores.get(store).begin();
    }

    /** A store has closed, unless another one has begun in its place. */
    void end(Store store, Unwritten<?, ?> unwritten) {
        stores.remove(store, unwritten);
    }

    boolean isChanged() {
        return stores.values().stream().anyMatch(Unwritten::isChanged);
    }

    boolean isAdded(Store store) {
        Unwritten<?, ?> unwritten = stores.get(store);
        return unwritten != null && unwritten.isAdded();
    }

    long writes() {
        return writes;
    }

    boolean isEmpty() {
        return stores.isEmpty();
    }

    void fail() {
        failed = true;
    }

    /**
     * Writes all that the stores hold back, and has them begin anew with what is written.
     *
     * @param settle waits until all that was sent so far is where it was sent to
     */
    void write(Runnable settle) {
        if (failed) {
            throw new IllegalStateException(
                    "this task has failed: what its stores hold back is not written, and what it"
                            + " has read since its last commit will be read again");
        }
        failed = true;
        step(settle, List.of(Store.READY), Unwritten::isAdded, Unwritten::writeAdded);
        step(settle, List.of(Store.REMEMBERED), Unwritten::isChanged, Unwritten::write);
        step(settle, List.of(Store.PENDING, Store.READY), Unwritten::isChanged, Unwritten::write);
        stores.values().forEach(Unwritten::settle);
        writes++;
        failed = false;
    }

    private void step(
            Runnable settle, List<Store> written, Predicate<Unwritten<?, ?>> isDue, Consumer<Unwritten<?, ?>> write) {
        List<Unwritten<?, ?>> due = new ArrayList<>();
        written.stream()
                .filter(stores::containsKey)
                .map(stores::get)
                .filter(isDue)
                .forEach(due::add);
        if (!due.isEmpty()) {
            settle.run();
            due.forEach(write);
        }
    }
}
