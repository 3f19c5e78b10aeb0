package dev.kintsugi.pairing;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Somebody who lays events on a table one after another, with a clock in hand, and writes down what comes of them. */
final class Table {
    static final PairingRules RULES = new PairingRules(
            List.of("image", "audio", "label"),
            Set.of("image", "audio"),
            2_000,
            500,
            OptionalLong.of(3_000),
            100,
            10_000,
            20_000,
            100);

    final MemoryStore store = new MemoryStore();
    final List<Outcome> outcomes = new ArrayList<>();
    private final PairingRules rules;
    private Pairing pairing;
    private long offset;
    long now = 1_000_000;

    Table(PairingRules rules) {
        this.rules = rules;
        restart();
    }

    void restart(PairingRules others) {
        pairing = new Pairing(others, store, outcomes::add, now);
    }

    void restart() {
        pairing = new Pairing(rules, store, outcomes::add, now);
    }

    Table event(String key, String modality, long time) {
        return event(key, modality, modality + "@" + time, time);
    }

    Table event(String key, String modality, String id, long time) {
        return lay(key, new ObservedEvent(modality, Optional.of(id), at(time), origin(modality), payload("of " + id)));
    }

    Table nameless(String key, String modality, long time, String payload) {
        return lay(key, new ObservedEvent(modality, Optional.empty(), at(time), origin(modality), payload(payload)));
    }

    Table lay(String key, ObservedEvent event) {
        pairing.take(new Arrival(key, event, List.of()), now);
        return this;
    }

    Table something() {
        pairing.read(now);
        return this;
    }

    Table quiet(long millis) {
        now += millis;
        pairing.pass(now);
        return this;
    }

    List<String> modalities() {
        return rules.modalities();
    }

    int pending() {
        return pairing.pending();
    }

    List<Observation> closed() {
        return only(Outcome.Closed.class).stream()
                .map(Outcome.Closed::observation)
                .toList();
    }

    <O extends Outcome> List<O> only(Class<O> type) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** One line an outcome: of an observation, how it closed, with which events, without which. */
    List<String> told() {
        return outcomes.stream().map(Table::line).toList();
    }

    private static String line(Outcome outcome) {
        if (outcome instanceof Outcome.Closed closed) {
            Observation observation = closed.observation();
            return observation.closedBy() + " " + ids(observation) + " without " + observation.missing();
        }
        if (outcome instanceof Outcome.Hindsight hindsight) {
            return "hindsight " + hindsight.arrival().event().id().orElse("?") + " of "
                    + hindsight.observation().marks().get(0).modality() + "@"
                    + hindsight.observation().opened();
        }
        return "duplicate "
                + ((Outcome.Duplicate) outcome).arrival().event().id().orElse("?");
    }

    static List<String> ids(Observation observation) {
        return observation.events().stream()
                .map(event -> event.id().orElse("?"))
                .toList();
    }

    private Origin origin(String modality) {
        return new Origin("t." + modality, 0, offset++);
    }

    private static Instant at(long time) {
        return Instant.ofEpochMilli(time);
    }

    private static Content payload(String text) {
        return new Content.Png(Bytes.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
