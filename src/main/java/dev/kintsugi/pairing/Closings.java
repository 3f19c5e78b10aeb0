package dev.kintsugi.pairing;

import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What becomes of observations when they close: they are told, remembered for a while, and forgotten. */
final class Closings {
    private final PairingRules rules;
    private final PairingStore store;
    private final Consumer<Outcome> outcomes;
    private final Coming coming;

    /** As in {@link Pairing}: what closed before this is forgotten already, and where the next to forget comes. */
    private long forgottenTo = Long.MIN_VALUE;

    private long nothingToForgetBefore = Long.MIN_VALUE;

    Closings(PairingRules rules, PairingStore store, Consumer<Outcome> outcomes) {
        this.rules = rules;
        this.store = store;
        this.outcomes = outcomes;
        this.coming = new Coming(store);
    }

    /** The address of the event that opens it: the same again when the same records are read again. */
    static String id(Held opener) {
        Origin origin = opener.event().origin();
        return origin.topic() + "-" + origin.partition() + "-" + origin.offset();
    }

    void close(String key, Pending pending, ClosedBy reason, long streamTime, long now) {
        remember(key, Remembered.of(pending, reason, streamTime));
        List<TraceHeader> trace = pending.events().stream()
                .flatMap(held -> held.trace().stream())
                .distinct()
                .toList();
        outcomes.accept(new Outcome.Closed(
                observation(key, pending, reason, streamTime, now), rules.restorable(pending), trace));
    }

    void duplicate(Arrival arrival, String observationId) {
        outcomes.accept(new Outcome.Duplicate(arrival, observationId));
    }

    void hindsight(Arrival arrival, Held held, Remembered observation) {
        List<Remembered> all = new ArrayList<>(store.remembered(arrival.key()));
        Remembered known = observation.with(held);
        all.set(all.indexOf(observation), known);
        store.remembered(arrival.key(), all);
        outcomes.accept(new Outcome.Hindsight(arrival, known));
    }

    /** A few of those that closed longer ago than they are remembered, so that nothing is held up. {@link Matching} no longer sees them as it is. */
    void forget(long streamTime) {
        long last = Times.minus(streamTime, rules.remember() + 1);
        if (last < nothingToForgetBefore) {
            return;
        }
        for (Due each : coming.upTo(Agenda.CLOSINGS, forgottenTo, last)) {
            forget(each);
            forgottenTo = each.at();
        }
        nothingToForgetBefore =
                coming.first(Agenda.CLOSINGS, forgottenTo).map(Due::at).orElse(streamTime);
    }

    private void forget(Due due) {
        List<Remembered> others = store.remembered(due.key()).stream()
                .filter(each -> each.number() != due.number())
                .toList();
        store.remembered(due.key(), others);
        store.remove(Agenda.CLOSINGS, due);
    }

    private void remember(String key, Remembered closed) {
        List<Remembered> all = new ArrayList<>(store.remembered(key));
        all.removeIf(each -> each.id().equals(closed.id()) && struckOff(key, each));
        all.add(closed);
        store.remembered(key, all);
        store.add(Agenda.CLOSINGS, new Due(closed.closed(), closed.number(), key));
    }

    /** It closed before a kill that undid the closing, but not the memory of it. */
    private boolean struckOff(String key, Remembered undone) {
        store.remove(Agenda.CLOSINGS, new Due(undone.closed(), undone.number(), key));
        return true;
    }

    private Observation observation(String key, Pending pending, ClosedBy reason, long streamTime, long now) {
        List<ObservedEvent> events = pending.events().stream()
                .map(Held::event)
                .sorted(Comparator.comparingInt(event -> rules.modalities().indexOf(event.modality())))
                .toList();
        return new Observation(
                pending.id(),
                key,
                reason,
                rules.missing(pending),
                Instant.ofEpochMilli(pending.opened()),
                Instant.ofEpochMilli(pending.deadline()),
                Instant.ofEpochMilli(streamTime),
                Instant.ofEpochMilli(now),
                events);
    }
}
