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

/** What pairing knows of one partition, in Kafka's stores. */
final class StoredPairing implements PairingStore {
    private final LateStore<Waits> waits;
    private final Memory memory;

    StoredPairing(ProcessorContext<?, ?> context, Duration remember) {
        waits = context.getStateStore(Store.PENDING.storeName());
        memory = new Memory(context, remember);
    }

    @Override
    public Progress progress() {
        return waits.get(Waits.PROGRESS) instanceof Waits.Reached reached ? reached.progress() : Progress.NONE;
    }

    @Override
    public void progress(Progress progress) {
        waits.put(Waits.PROGRESS, new Waits.Reached(progress));
    }

    @Override
    public List<Pending> pending(String key) {
        return waits.get(place(key)) instanceof Waits.Observations waiting ? waiting.all() : List.of();
    }

    @Override
    public void pending(String key, List<Pending> all) {
        waits.put(place(key), all.isEmpty() ? null : new Waits.Observations(all));
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
        waits.each((key, value) -> {
            if (value instanceof Waits.Observations waiting) {
                look.accept(new String(key.get(), UTF_8), waiting.all());
            }
        });
    }

    private static Bytes place(String key) {
        return Bytes.wrap(key.getBytes(UTF_8));
    }
}
