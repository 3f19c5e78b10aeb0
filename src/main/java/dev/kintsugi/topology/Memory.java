package dev.kintsugi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.event.Estimate;
import dev.kintsugi.pairing.Remembered;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The remembered observations of a partition. Pairing adds and forgets them; restoring notes what the model said. */
final class Memory {
    private final KeyValueStore<Bytes, byte[]> store;

    Memory(ProcessorContext<?, ?> context) {
        store = context.getStateStore(Store.REMEMBERED.storeName());
    }

    List<Remembered> of(String key) {
        byte[] bytes = store.get(place(key));
        return bytes == null ? List.of() : StateBytes.remembered(bytes);
    }

    void put(String key, List<Remembered> all) {
        store.put(place(key), all.isEmpty() ? null : StateBytes.remembered(all));
    }

    /** Notes what the model has said of an observation, if that is still remembered. */
    void note(String key, String observationId, List<Estimate> estimates) {
        put(
                key,
                of(key).stream()
                        .map(each -> each.id().equals(observationId) ? each.with(estimates) : each)
                        .toList());
    }

    /** What the model has said of that side of an observation. */
    Optional<Estimate> said(String key, String observationId, String modality) {
        return of(key).stream()
                .filter(each -> each.id().equals(observationId))
                .flatMap(each -> each.told().stream())
                .filter(estimate -> estimate.modality().equals(modality))
                .findFirst();
    }

    private static Bytes place(String key) {
        return Bytes.wrap(key.getBytes(UTF_8));
    }
}
