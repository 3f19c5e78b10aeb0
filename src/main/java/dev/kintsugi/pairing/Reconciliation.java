package dev.kintsugi.pairing;

import java.util.List;

/**
 * Brings the books into step with the observations that wait, when a run begins: without transactions, a kill may leave any
 * part of the state older than the rest. With them it changes nothing.
 */
final class Reconciliation {
    private final PairingStore store;
    private int pending;
    private long opened;

    private Reconciliation(PairingStore store) {
        this.store = store;
    }

    /** How far pairing has come, by its own account and by what waits. */
    static Progress of(PairingStore store) {
        Progress told = store.progress();
        Reconciliation found = new Reconciliation(store);
        store.eachPending(found::see);
        return new Progress(told.streamTime(), Math.max(told.opened(), found.opened), found.pending);
    }

    private void see(String key, List<Pending> all) {
        for (Pending each : all) {
            pending++;
            opened = Math.max(opened, each.number() + 1);
            keep(Agenda.DEADLINES, new Due(each.deadline(), each.number(), key));
            keep(Agenda.ARRIVALS, new Due(each.number(), each.number(), key));
        }
    }

    private void keep(Agenda agenda, Due due) {
        if (!store.has(agenda, due)) {
            store.add(agenda, due);
        }
    }
}
