package dev.kintsugi.pairing;

import static java.util.Comparator.comparingLong;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides where an event belongs, from what is known of its key: a function of its arguments. */
final class Matching {
    private final PairingRules rules;

    Matching(PairingRules rules) {
        this.rules = rules;
    }

    /**
     * Rules two to five of {@link Pairing}, in their order; the first has been applied. An observation that waits has not
     * closed, whatever is remembered: without transactions, a kill may undo the one and leave the other.
     */
    Decision decide(Held held, long streamTime, List<Pending> pending, List<Remembered> remembered) {
        if (pending.isEmpty() && remembered.isEmpty()) {
            return new Decision.Open();
        }
        List<Remembered> known = remembered.isEmpty() ? remembered : known(streamTime, pending, remembered);
        return duplicate(held, pending, known)
                .or(() -> join(held, pending))
                .or(() -> hindsight(held, streamTime, known))
                .orElseGet(Decision.Open::new);
    }

    private List<Remembered> known(long streamTime, List<Pending> pending, List<Remembered> remembered) {
        return remembered.stream()
                .filter(closed -> pending.stream().noneMatch(each -> each.id().equals(closed.id())))
                .filter(closed -> Times.apart(streamTime, closed.closed()) <= rules.remember())
                .toList();
    }

    private static Optional<Decision> duplicate(Held held, List<Pending> pending, List<Remembered> known) {
        for (Pending each : pending) {
            if (each.has(held.mark())) {
                return Optional.of(new Decision.Duplicate(each.id()));
            }
        }
        for (Remembered each : known) {
            if (each.has(held.mark())) {
                return Optional.of(new Decision.Duplicate(each.id()));
            }
        }
        return Optional.empty();
    }

    private Optional<Decision> join(Held held, List<Pending> pending) {
        Pending best = null;
        for (Pending each : pending) {
            if (lacks(each, held) && (best == null || nearness(held).compare(each, best) < 0)) {
                best = each;
            }
        }
        return Optional.ofNullable(best).map(Decision.Join::new);
    }

    private boolean lacks(Pending pending, Held held) {
        return !pending.has(held.event().modality()) && pending.distance(held.time()) <= rules.window();
    }

    private static Comparator<Pending> nearness(Held held) {
        return comparingLong((Pending each) -> each.distance(held.time()))
                .thenComparingLong(Pending::opened)
                .thenComparingLong(Pending::number);
    }

    private Optional<Decision> hindsight(Held held, long streamTime, List<Remembered> known) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return known.stream()
                .filter(each -> rules.hindsight() > 0 && streamTime - each.closed() <= rules.hindsight())
                .filter(each -> !each.has(held.event().modality()))
                .filter(each -> each.distance(held.time()) <= rules.window())
                .min(comparingLong((Remembered each) -> each.distance(held.time()))
                        .thenComparingLong(Remembered::opened)
                        .thenComparingLong(Remembered::number))
                .map(Decision.Hindsight::new);
    }
}
