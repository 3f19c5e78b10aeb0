package dev.kintsugi.broker;

import dev.kintsugi.event.ModelRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bundles the models topic holds, where their parts lie, and which is chosen: folded from its records in order. It
 * keeps offsets rather than parts, for ten bundles would be more than the one that is used.
 */
final class ModelIndex {
    private static final String CHOICE = "choice";
    private static final Pattern PART_KEY = Pattern.compile("(.*)/(\\d{1,5})");
    private static final long NOWHERE = -1;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Optional<String> chosen = Optional.empty();

    private record Entry(Instant publishedAt, long[] offsets) {
        boolean isOf(ModelRecord.Part part) {
            return publishedAt.equals(part.publishedAt()) && offsets.length == part.parts();
        }

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
        if (entry == null || !entry.isOf(part)) {
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
        Matcher part = PART_KEY.matcher(key);
        Entry entry = part.matches() ? entries.get(part.group(1)) : null;
        if (entry == null || Integer.parseInt(part.group(2)) >= entry.offsets().length) {
            return;
        }
        entry.offsets()[Integer.parseInt(part.group(2))] = NOWHERE;
        if (Arrays.stream(entry.offsets()).allMatch(offset -> offset == NOWHERE)) {
            entries.remove(part.group(1));
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
