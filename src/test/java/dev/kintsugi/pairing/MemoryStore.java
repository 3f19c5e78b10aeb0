package dev.kintsugi.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What pairing knows, in memory; it forgets nothing. */
final class MemoryStore implements PairingStore {
    private final Map<String, List<Pending>> pending = new HashMap<>();
    private final Map<String, List<Remembered>> remembered = new HashMap<>();
    private Progress progress = Progress.NONE;

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
        if (all.isEmpty()) {
            pending.remove(key);
        } else {
            pending.put(key, List.copyOf(all));
        }
    }

    @Override
    public void eachPending(BiConsumer<String, List<Pending>> look) {
        pending.forEach(look);
    }

    @Override
    public List<Remembered> remembered(String key, long streamTime) {
        return remembered.getOrDefault(key, List.of());
    }

    @Override
    public void remember(String key, Remembered one) {
        List<Remembered> all = new ArrayList<>(remembered(key, one.closed()));
        all.removeIf(each -> each.id().equals(one.id()));
        all.add(one);
        remembered.put(key, all);
    }

    /** The deadlines of all that wait. */
    List<Long> deadlines() {
        return pending.values().stream()
                .flatMap(List::stream)
                .map(Pending::deadline)
                .toList();
    }
}
