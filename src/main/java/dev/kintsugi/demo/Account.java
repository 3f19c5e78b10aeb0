package dev.kintsugi.demo;

import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Restored;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What became of each event that was sent: its place is in an observation, in hindsight or among the dead letters, in one
 * of them and once. And whether each side that an observation lacks was restored.
 *
 * <p>Things are told apart by the number in their key. A bit for each thing and modality: a demo may run for days.
 */
final class Account {
    private final String prefix;
    private final Set<String> sensed;
    private final Map<String, BitSet> sent = new HashMap<>();
    private final Map<String, BitSet> found = new HashMap<>();
    private final Map<String, BitSet> buried = new HashMap<>();
    private final Map<String, Long> restored = new HashMap<>();
    private long repeated;
    private long foundAgain;
    private long observations;
    private long complete;
    private long hindsights;
    private final Map<Side, Integer> owed = new HashMap<>();
    private long failed;

    /**
     * A side that an observation lacks. Owed once from when the observation is read until its restoration is: what stays
     * above zero was not restored, and what stays below was restored again. They may be read in either order.
     */
    private record Side(String observationId, String modality) {}

    /**
     * @param prefix before the number in each key that was sent; what has another is somebody else's
     * @param sensed the modalities of which one at least must be there to restore from
     */
    Account(String prefix, Set<String> sensed) {
        this.prefix = prefix;
        this.sensed = sensed;
    }

    synchronized void sent(String key, String modality) {
        BitSet those = sent.computeIfAbsent(modality, unsent -> new BitSet());
        int thing = thing(key).orElseThrow();
        if (those.get(thing)) {
            repeated++;
        }
        those.set(thing);
    }

    synchronized void seen(Observation observation) {
        thing(observation.key()).ifPresent(thing -> {
            observations++;
            complete += observation.missing().stream().anyMatch(sensed::contains) ? 0 : 1;
            observation.events().forEach(event -> found(thing, event));
            if (observation.observed().stream().anyMatch(sensed::contains)) {
                owe(observation, 1);
            }
        });
    }

    /** A side that was there and only hidden has its place already. */
    synchronized void seen(Hindsight hindsight) {
        if (!hindsight.shadow()) {
            thing(hindsight.key()).ifPresent(thing -> {
                hindsights++;
                found(thing, hindsight.event());
            });
        }
    }

    synchronized void seen(Restored side) {
        thing(side.key()).ifPresent(thing -> {
            restored.merge(side.modality(), 1L, Long::sum);
            owe(new Side(side.observationId(), side.modality()), -1);
        });
    }

    /**
     * A dead letter of an event, as it was sent.
     *
     * @param modality whose topic it came from
     */
    synchronized void buried(String key, String modality) {
        thing(key)
                .ifPresent(thing ->
                        buried.computeIfAbsent(modality, none -> new BitSet()).set(thing));
    }

    /** A dead letter of an observation, which the log has, and of which nothing was restored. */
    synchronized void failed(Observation observation) {
        thing(observation.key()).ifPresent(thing -> {
            failed += observation.missing().size();
            owe(observation, -1);
        });
    }

    /** How it stands now. */
    synchronized Balance balance() {
        long events = sent.values().stream().mapToLong(BitSet::cardinality).sum();
        long dead = buried.values().stream().mapToLong(BitSet::cardinality).sum();
        long made = restored.values().stream().mapToLong(Long::longValue).sum();
        return new Balance(
                events + repeated,
                repeated,
                observations,
                complete,
                hindsights,
                dead,
                made,
                Map.copyOf(restored),
                unaccounted(),
                foundAgain,
                owed(1),
                -owed(-1),
                failed);
    }

    private void owe(Observation observation, int more) {
        observation.missing().forEach(modality -> owe(new Side(observation.id(), modality), more));
    }

    private void owe(Side side, int more) {
        owed.merge(side, more, (before, change) -> before + change == 0 ? null : Integer.valueOf(before + change));
    }

    private long owed(int sign) {
        return owed.values().stream()
                .filter(count -> Integer.signum(count) == sign)
                .mapToLong(Integer::longValue)
                .sum();
    }

    private void found(int thing, ObservedEvent event) {
        BitSet those = found.computeIfAbsent(event.modality(), none -> new BitSet());
        if (those.get(thing)) {
            foundAgain++;
        }
        those.set(thing);
    }

    private long unaccounted() {
        long count = 0;
        for (Map.Entry<String, BitSet> each : sent.entrySet()) {
            BitSet left = (BitSet) each.getValue().clone();
            left.andNot(found.getOrDefault(each.getKey(), new BitSet()));
            left.andNot(buried.getOrDefault(each.getKey(), new BitSet()));
            count += left.cardinality();
        }
        return count;
    }

    private OptionalInt thing(String key) {
        String number = key.startsWith(prefix + "-") ? key.substring(prefix.length() + 1) : "";
        return number.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }
}
