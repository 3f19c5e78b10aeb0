package dev.kintsugi.pairing;

import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What becomes of observations when they close: they are told, and remembered for a while. In this order: if telling fails,
 * the event is read again, and must not be known by then.
 */
final class Closings {
    private final PairingRules rules;
    private final PairingStore store;
    private final Consumer<Outcome> outcomes;

    Closings(PairingRules rules, PairingStore store, Consumer<Outcome> outcomes) {
        this.rules = rules;
        this.store = store;
        this.outcomes = outcomes;
    }

    /** The address of the event that opens it: the same again when the same records are read again. */
    static String id(Held opener) {
        Origin origin = opener.event().origin();
        return origin.topic() + "-" + origin.partition() + "-" + origin.offset();
    }

    void close(String key, Pending pending, ClosedBy reason, long streamTime, long now) {
        Set<TraceHeader> trace = new LinkedHashSet<>();
        pending.events().forEach(held -> trace.addAll(held.trace()));
        outcomes.accept(new Outcome.Closed(
                observation(key, pending, reason, streamTime, now), rules.restorable(pending), List.copyOf(trace)));
        store.remember(key, Remembered.of(pending, reason, streamTime));
    }

    void duplicate(Arrival arrival, String observationId) {
        outcomes.accept(new Outcome.Duplicate(arrival, observationId));
    }

    void hindsight(Arrival arrival, Held held, Remembered observation) {
        Remembered known = observation.with(held);
        outcomes.accept(new Outcome.Hindsight(arrival, known));
        store.remember(arrival.key(), known);
    }

    private Observation observation(String key, Pending pending, ClosedBy reason, long streamTime, long now) {
        List<ObservedEvent> events = new ArrayList<>();
        pending.events().forEach(held -> events.add(held.event()));
        events.sort(Comparator.comparingInt(event -> rules.modalities().indexOf(event.modality())));
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
