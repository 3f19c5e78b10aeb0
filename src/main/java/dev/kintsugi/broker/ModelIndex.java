package dev.kintsugi.broker;

import dev.kintsugi.event.ModelRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which bundles the models topic holds, where their parts lie, and which is chosen: folded from its records in order. It
 * keeps offsets rather than parts, for ten bundles would be more than the one that is used.
 */
final class ModelIndex {
    private static final String CHOICE = "choice";
    private static final long NOWHERE = -1;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Optional<String> chosen = Optional.empty();

    private record Entry(Instant publishedAt, long[] offsets) {
        boolean whole() {
            return Arrays.stream(offsets).noneMatch(offset -> offset == NOWHERE);
        }
    }

    /** The Kafka key of a record. */
    static String key(ModelRecord record) {
        return record instanceof ModelRecord.Part part ? partKey(part.modelId(), part.number()) : CHOICE;
    }

    static String partKey(String modelId, int number) {
        return modelId + "/" + number;
    }

    void add(long offset, ModelRecord record) {
        if (record instanceof ModelRecord.Part part) {
            add(offset, part);
        } else {
            chosen = Optional.of(record.modelId());
        }
    }

    private void add(long offset, ModelRecord.Part part) {
        Entry entry = entries.get(part.modelId());
        if (entry == null || !entry.publishedAt().equals(part.publishedAt())) {
            // Published anew: now it is the latest.
            entries.remove(part.modelId());
            entry = new Entry(part.publishedAt(), new long[part.parts()]);
            Arrays.fill(entry.offsets(), NOWHERE);
            entries.put(part.modelId(), entry);
        }
        entry.offsets()[part.number()] = offset;
    }

    /** A record without a value takes back the one with its key. */
    void remove(String key) {
        int slash = key.indexOf('/');
        Entry entry = slash < 0 ? null : entries.get(key.substring(0, slash));
        int number = slash < 0 ? 0 : Integer.parseInt(key.substring(slash + 1));
        if (entry == null || number >= entry.offsets().length) {
            return;
        }
        entry.offsets()[number] = NOWHERE;
        if (Arrays.stream(entry.offsets()).allMatch(offset -> offset == NOWHERE)) {
            entries.remove(key.substring(0, slash));
        }
    }

    /** Whole bundles, in the order in which they were published last. */
    List<PublishedModel> models() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().whole())
                .map(entry -> published(entry.getKey(), entry.getValue()))
                .toList();
    }

    private PublishedModel published(String id, Entry entry) {
        return new PublishedModel(id, entry.publishedAt(), entry.offsets().length, chosen.equals(Optional.of(id)));
    }

    /** The id that was chosen, whether or not its bundle is there. */
    Optional<String> chosen() {
        return chosen;
    }

    /** Where its parts lie, in their order. */
    long[] offsets(PublishedModel model) {
        return entries.get(model.id()).offsets().clone();
    }
}
