package dev.kintsugi.pairing;

import static java.util.Comparator.comparingLong;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What pairing knows, in memory. */
final class MemoryStore implements PairingStore {
    private final Map<String, List<Pending>> pending = new HashMap<>();
    private final Map<String, List<Remembered>> remembered = new HashMap<>();
    private final Map<Agenda, TreeSet<Due>> agendas = new EnumMap<>(Agenda.class);
    private Progress progress = Progress.NONE;

    MemoryStore() {
        for (Agenda agenda : Agenda.values()) {
            agendas.put(agenda, new TreeSet<>(comparingLong(Due::at).thenComparingLong(Due::number)));
        }
    }

    /** How many entries there are of any kind: what is to stay bounded. */
    int size() {
        return pending.size()
                + remembered.size()
                + agendas.values().stream().mapToInt(TreeSet::size).sum();
    }

    List<Due> all(Agenda agenda) {
        return List.copyOf(agendas.get(agenda));
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void progress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public List<Pending> pending(String key) {
        return pending.getOrDefault(key, List.of());
    }

    @Override
    public void pending(String key, List<Pending> all) {
        put(pending, key, all);
    }

    @Override
    public List<Remembered> remembered(String key) {
        return remembered.getOrDefault(key, List.of());
    }

    @Override
    public void remembered(String key, List<Remembered> all) {
        put(remembered, key, all);
    }

    @Override
    public void eachPending(BiConsumer<String, List<Pending>> look) {
        pending.forEach(look);
    }

    @Override
    public boolean has(Agenda agenda, Due due) {
        return agendas.get(agenda).contains(due);
    }

    @Override
    public void add(Agenda agenda, Due due) {
        remove(agenda, due);
        agendas.get(agenda).add(due);
    }

    @Override
    public void remove(Agenda agenda, Due due) {
        agendas.get(agenda).remove(due);
    }

    @Override
    public List<Due> between(Agenda agenda, long from, long to, int most) {
        return agendas
                .get(agenda)
                .subSet(new Due(from, Long.MIN_VALUE, ""), true, new Due(to, Long.MAX_VALUE, ""), true)
                .stream()
                .limit(most)
                .toList();
    }

    private static <T> void put(Map<String, List<T>> map, String key, List<T> all) {
        if (all.isEmpty()) {
            map.remove(key);
        } else {
            map.put(key, List.copyOf(all));
        }
    }
}
