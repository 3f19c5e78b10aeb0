package dev.kintsugi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.pairing.PairingStore;
import dev.kintsugi.pairing.Pending;
import dev.kintsugi.pairing.Progress;
import dev.kintsugi.pairing.Remembered;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What pairing knows of one partition, in Kafka's stores. */
final class StoredPairing implements PairingStore {
    /** Beside the waiting observations, whose keys are UTF-8, which this is not. */
    private static final Bytes PROGRESS = Bytes.wrap(new byte[] {(byte) 0xff});

    private final KeyValueStore<Bytes, byte[]> pending;
    private final Memory memory;

    StoredPairing(ProcessorContext<?, ?> context, Duration remember) {
        pending = context.getStateStore(Store.PENDING.storeName());
        memory = new Memory(context, remember);
    }

    @Override
    public Progress progress() {
        byte[] bytes = pending.get(PROGRESS);
        return bytes == null ? Progress.NONE : StateBytes.progress(bytes);
    }

    @Override
    public void progress(Progress progress) {
        pending.put(PROGRESS, StateBytes.progress(progress));
    }

    @Override
    public List<Pending> pending(String key) {
        byte[] bytes = pending.get(place(key));
        return bytes == null ? List.of() : StateBytes.pending(bytes);
    }

    @Override
    public void pending(String key, List<Pending> all) {
        pending.put(place(key), all.isEmpty() ? null : StateBytes.pending(all));
    }

    @Override
    public List<Remembered> remembered(String key, long streamTime) {
        return memory.of(key, streamTime);
    }

    @Override
    public void remember(String key, Remembered one) {
        memory.put(key, one);
    }

    @Override
    public void eachPending(BiConsumer<String, List<Pending>> look) {
        try (KeyValueIterator<Bytes, byte[]> entries = pending.all()) {
            entries.forEachRemaining(entry -> {
                if (!entry.key.equals(PROGRESS)) {
                    look.accept(new String(entry.key.get(), UTF_8), StateBytes.pending(entry.value));
                }
            });
        }
    }

    private static Bytes place(String key) {
        return Bytes.wrap(key.getBytes(UTF_8));
    }
}
