package dev.kintsugi.broker;

import dev.kintsugi.scenario.Delivery;
import dev.kintsugi.scenario.Delivery.Kind;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What has been sent: events by modality and by how they arrived, and the things they told of. */
public final class Tally {
    private final Map<String, Map<Kind, Long>> byModality = new LinkedHashMap<>();
    /** A bit a thing: a scenario may run for days. */
    private final BitSet seen = new BitSet();

    private long things;
    private long bytes;

    void count(Delivery delivery, int size) {
        byModality
                .computeIfAbsent(delivery.modality(), modality -> new EnumMap<>(Kind.class))
                .merge(delivery.kind(), 1L, Long::sum);
        int thing = Math.toIntExact(delivery.thing());
        if (!seen.get(thing)) {
            seen.set(thing);
            things++;
        }
        bytes += size;
    }

    /** How many things at least one event told of. */
    public long things() {
        return things;
    }

    public long bytes() {
        return bytes;
    }

    public long events() {
        return byModality.keySet().stream().mapToLong(this::events).sum();
    }

    /** A modality's events, repetitions included. */
    public long events(String modality) {
        return byModality.getOrDefault(modality, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    public long events(String modality, Kind kind) {
        return byModality.getOrDefault(modality, Map.of()).getOrDefault(kind, 0L);
    }

    /** The things of which this modality was not sent: never was to come, or not yet when the sending was stopped. */
    public long missing(String modality) {
        return things() - (events(modality) - events(modality, Kind.DUPLICATE));
    }
}
