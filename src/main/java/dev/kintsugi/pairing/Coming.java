package dev.kintsugi.pairing;

import java.util.List;
import java.util.Optional;

/**
 * Looks for what comes up next in an agenda, in ranges that grow from narrow ones: what a store does to answer may take time
 * with all that a range holds, however little of it is asked for.
 */
final class Coming {
    private static final int AT_ONCE = 16;
    private static final long NARROWEST = 64;
    private static final long GROWTH = 8;

    private final PairingStore store;

    Coming(PairingStore store) {
        this.store = store;
    }

    /** Some of the first entries between two times, both included; none if there are none. */
    List<Due> upTo(Agenda agenda, long from, long last) {
        long width = NARROWEST;
        while (from <= last) {
            long to = width == Long.MAX_VALUE ? last : Math.min(last, Times.plus(from, width));
            List<Due> found = store.between(agenda, from, to, AT_ONCE);
            if (!found.isEmpty() || to == last) {
                return found;
            }
            width = width > Long.MAX_VALUE / GROWTH ? Long.MAX_VALUE : GROWTH * width;
        }
        return List.of();
    }

    /** The first entry from a time on. */
    Optional<Due> first(Agenda agenda, long from) {
        return upTo(agenda, from, Long.MAX_VALUE).stream().findFirst();
    }
}
