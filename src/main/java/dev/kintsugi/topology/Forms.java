package dev.kintsugi.topology;

import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.pairing.Held;
import dev.kintsugi.pairing.Pending;
import dev.kintsugi.pairing.Remembered;
import dev.kintsugi.topology.LateWindows.Place;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.utils.Bytes;

/** How the values of each store lie in it, by {@link StateBytes}. */
final class Forms {
    /** What an event or an observation takes beside its payload, roughly. */
    private static final int AROUND = 400;

    static final Form<Bytes, Waits> WAITS = new Form<>() {
        @Override
        public byte[] bytes(Waits value) {
            return value instanceof Waits.Reached reached
                    ? StateBytes.progress(reached.progress())
                    : StateBytes.pending(((Waits.Observations) value).all());
        }

        @Override
        public Waits value(Bytes key, byte[] bytes) {
            return key.equals(Waits.PROGRESS)
                    ? new Waits.Reached(StateBytes.progress(bytes))
                    : new Waits.Observations(StateBytes.pending(bytes));
        }

        @Override
        public int size(Waits value) {
            return value instanceof Waits.Observations observations ? weight(observations.all()) : AROUND;
        }
    };

    static final Form<Place, List<Remembered>> REMEMBERED =
            of(StateBytes::remembered, StateBytes::remembered, all -> AROUND * all.size());

    static final Form<Bytes, Ready> READY = of(StateBytes::ready, StateBytes::ready, Forms::weight);

    private Forms() {}

    private static <K, V> Form<K, V> of(Function<V, byte[]> write, Function<byte[], V> read, ToIntFunction<V> size) {
        return new Form<>() {
            @Override
            public byte[] bytes(V value) {
                return write.apply(value);
            }

            @Override
            public V value(K key, byte[] bytes) {
                return read.apply(bytes);
            }

            @Override
            public int size(V value) {
                return size.applyAsInt(value);
            }
        };
    }

    private static int weight(List<Pending> all) {
        int sum = 0;
        for (Pending each : all) {
            sum += AROUND;
            for (Held held : each.events()) {
                sum += weight(held.event());
            }
        }
        return sum;
    }

    private static int weight(Ready ready) {
        List<ObservedEvent> events = ready instanceof Ready.ToRestore toRestore
                ? toRestore.observation().events()
                : List.of(((Ready.ToCompare) ready).event());
        int sum = AROUND;
        for (ObservedEvent event : events) {
            sum += weight(event);
        }
        return sum;
    }

    private static int weight(ObservedEvent event) {
        return AROUND + event.content().bytes().array().length;
    }
}
