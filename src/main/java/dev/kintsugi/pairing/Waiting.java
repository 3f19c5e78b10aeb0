package dev.kintsugi.pairing;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Who waits, in the orders in which waits end: by deadline, and by arrival, in which patience ends. Held in memory, some 200
 * bytes for each, and made anew of what the store holds when a run begins.
 */
final class Waiting {
    private final NavigableSet<Due> byDeadline = new TreeSet<>(Due::compareDeadline);
    private final NavigableSet<Due> byArrival = new TreeSet<>(Due::compareArrival);

    static Waiting in(PairingStore store) {
        Waiting waiting = new Waiting();
        store.eachPending((key, all) -> all.forEach(each -> waiting.add(key, each)));
        return waiting;
    }

    void add(String key, Pending pending) {
        Due due = Due.of(key, pending);
        byDeadline.add(due);
        byArrival.add(due);
    }

    void remove(String key, Pending pending) {
        Due due = Due.of(key, pending);
        byDeadline.remove(due);
        byArrival.remove(due);
    }

    int size() {
        return byDeadline.size();
    }

    /** The one whose deadline comes next. */
    Optional<Due> nextDue() {
        return byDeadline.isEmpty() ? Optional.empty() : Optional.of(byDeadline.first());
    }

    /** The one whose patience ends next. */
    Optional<Due> longest() {
        return byArrival.isEmpty() ? Optional.empty() : Optional.of(byArrival.first());
    }

    /** A number greater than those of all that wait. */
    long nextNumber() {
        return byArrival.isEmpty() ? 0 : byArrival.last().number() + 1;
    }
}
