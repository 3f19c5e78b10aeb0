package dev.kintsugi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.event.Estimate;
import dev.kintsugi.pairing.Remembered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * The remembered observations of a partition. Pairing adds them; restoring notes what the model said.
 *
 * <p>They lie in windows of stream time, each as long as one is remembered: what is known of a key is in two of them, the
 * present and the one before. Kafka drops older ones whole: from the store at once, from its changelog in time. Another length
 * is other windows: what was remembered until then is not found in them.
 */
final class Memory {
    private final LateWindows<List<Remembered>> store;
    private final long window;

    /** @param remember how long an observation is remembered after its close */
    Memory(ProcessorContext<?, ?> context, Duration remember) {
        store = context.getStateStore(Store.REMEMBERED.storeName());
        window = remember.toMillis();
    }

    /** For how long the store is to keep a window from its beginning, as long as nothing is put into a later one. */
    static Duration retention(Duration remember) {
        return remember.plusMillis(1);
    }

    List<Remembered> of(String key, long streamTime) {
        Bytes place = place(key);
        long now = start(streamTime);
        List<Remembered> present = in(place, now);
        List<Remembered> before = now == 0 ? List.of() : in(place, now - window);
        return before.isEmpty()
                ? present
                : Stream.concat(before.stream(), present.stream()).toList();
    }

    /** Adds one, or puts it in the place of that with its id. */
    void put(String key, Remembered one) {
        Bytes place = place(key);
        long start = start(one.closed());
        List<Remembered> all = new ArrayList<>(in(place, start));
        all.removeIf(each -> each.id().equals(one.id()));
        all.add(one);
        store.put(place, List.copyOf(all), start);
    }

    /**
     * Notes what the model has said of an observation, if that is still remembered.
     *
     * @param closed the stream time at which it closed
     */
    void note(String key, String observationId, long closed, List<Estimate> estimates) {
        find(key, observationId, closed).ifPresent(found -> put(key, found.with(estimates)));
    }

    /** What the model has said of that side of an observation. */
    Optional<Estimate> said(String key, String observationId, long closed, String modality) {
        return find(key, observationId, closed).stream()
                .flatMap(each -> each.told().stream())
                .filter(estimate -> estimate.modality().equals(modality))
                .findFirst();
    }

    private Optional<Remembered> find(String key, String observationId, long closed) {
        return in(place(key), start(closed)).stream()
                .filter(each -> each.id().equals(observationId))
                .findFirst();
    }

    private List<Remembered> in(Bytes place, long start) {
        List<Remembered> all = store.fetch(place, start);
        return all == null ? List.of() : all;
    }

    /** Kafka has no windows before 1970: they are all one here. */
    private long start(long time) {
        return time <= 0 ? 0 : time - time % window;
    }

    private static Bytes place(String key) {
        return Bytes.wrap(key.getBytes(UTF_8));
    }
}
