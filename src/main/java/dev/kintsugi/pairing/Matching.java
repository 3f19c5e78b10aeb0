package dev.kintsugi.pairing;

import static java.util.Comparator.comparingLong;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        List<Remembered> known = remembered.stream()
                .filter(closed -> pending.stream().noneMatch(each -> each.id().equals(closed.id())))
                .filter(closed -> Times.apart(streamTime, closed.closed()) <= rules.remember())
                .toList();
        return duplicate(held, pending, known)
                .or(() -> join(held, pending))
                .or(() -> hindsight(held, streamTime, known))
                .orElseGet(Decision.Open::new);
    }

    private static Optional<Decision> duplicate(Held held, List<Pending> pending, List<Remembered> known) {
        Stream<String> waiting =
                pending.stream().filter(each -> each.has(held.mark())).map(Pending::id);
        Stream<String> closed =
                known.stream().filter(each -> each.has(held.mark())).map(Remembered::id);
        return Stream.concat(waiting, closed).findFirst().map(Decision.Duplicate::new);
    }

    private Optional<Decision> join(Held held, List<Pending> pending) {
        return pending.stream()
                .filter(each -> !each.has(held.event().modality()))
                .filter(each -> each.distance(held.time()) <= rules.window())
                .min(comparingLong((Pending each) -> each.distance(held.time()))
                        .thenComparingLong(Pending::opened)
                        .thenComparingLong(Pending::number))
                .map(Decision.Join::new);
    }

    private Optional<Decision> hindsight(Held held, long streamTime, List<Remembered> known) {
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
