package dev.kintsugi.embedded.registry;

import java.util.List;
import java.util.function.Supplier;

/** Takes changes: first into the log, then into the store, so that nothing is answered that a crash could undo. */
final class Ledger {

    private final SchemaLog log;
    private final SchemaStore store;

    Ledger(SchemaLog log, SchemaStore store) {
        this.log = log;
        this.store = store;
    }

    SchemaStore store() {
        return store;
    }

    /** Runs one decision at a time: what it saw in the store still holds when it commits. */
    synchronized <T> T exclusively(Supplier<T> decision) {
        return decision.get();
    }

    /**
     * One after the other: a failure or a kill leaves the first of them in the log and in the store, the rest in
     * neither. So they are to come in an order in which every beginning makes sense. A transaction of Kafka's would
     * keep them together, but every start would wait for its coordinator.
     */
    void commit(List<Change> changes) {
        for (Change change : changes) {
            log.append(change);
            store.apply(change);
        }
    }
}
