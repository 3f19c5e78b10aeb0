package dev.kintsugi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.pairing.Agenda;
import dev.kintsugi.pairing.Due;
import dev.kintsugi.pairing.PairingStore;
import dev.kintsugi.pairing.Pending;
import dev.kintsugi.pairing.Progress;
import dev.kintsugi.pairing.Remembered;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What pairing knows of one partition, in Kafka's stores. */
final class StoredPairing implements PairingStore {
    /** Beside the waiting observations, whose keys are UTF-8, which this is not. */
    private static final Bytes PROGRESS = Bytes.wrap(new byte[] {(byte) 0xff});

    private final KeyValueStore<Bytes, byte[]> pending;
    private final Memory memory;
    private final KeyValueStore<Bytes, byte[]> agenda;

    StoredPairing(ProcessorContext<?, ?> context) {
        pending = context.getStateStore(Store.PENDING.storeName());
        memory = new Memory(context);
        agenda = context.getStateStore(Store.AGENDA.storeName());
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
    public List<Remembered> remembered(String key) {
        return memory.of(key);
    }

    @Override
    public void remembered(String key, List<Remembered> all) {
        memory.put(key, all);
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

    @Override
    public boolean has(Agenda order, Due due) {
        return agenda.get(place(order, due.at(), due.number())) != null;
    }

    @Override
    public void add(Agenda order, Due due) {
        agenda.put(place(order, due.at(), due.number()), due.key().getBytes(UTF_8));
    }

    @Override
    public void remove(Agenda order, Due due) {
        agenda.delete(place(order, due.at(), due.number()));
    }

    @Override
    public List<Due> between(Agenda order, long from, long to, int most) {
        List<Due> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries =
                agenda.range(place(order, from, Long.MIN_VALUE), place(order, to, Long.MAX_VALUE))) {
            while (due.size() < most && entries.hasNext()) {
                due.add(due(entries.next()));
            }
        }
        return due;
    }

    /** Bytes in the order of time and number: with its sign turned, a negative number comes before a positive one. */
    private static Bytes place(Agenda order, long at, long number) {
        return Bytes.wrap(ByteBuffer.allocate(1 + 2 * Long.BYTES)
                .put((byte) order.ordinal())
                .putLong(at ^ Long.MIN_VALUE)
                .putLong(number ^ Long.MIN_VALUE)
                .array());
    }

    private static Due due(KeyValue<Bytes, byte[]> entry) {
        ByteBuffer place = ByteBuffer.wrap(entry.key.get(), 1, 2 * Long.BYTES);
        return new Due(
                place.getLong() ^ Long.MIN_VALUE, place.getLong() ^ Long.MIN_VALUE, new String(entry.value, UTF_8));
    }

    private static Bytes place(String key) {
        return Bytes.wrap(key.getBytes(UTF_8));
    }
}
