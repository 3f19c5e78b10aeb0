package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.event.Content;
import dev.kintsugi.event.Estimate;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.pairing.Arrival;
import dev.kintsugi.pairing.Outcome;
import dev.kintsugi.pairing.Pairing;
import dev.kintsugi.pairing.PairingRules;
import dev.kintsugi.pairing.PairingStore;
import dev.kintsugi.pairing.Pending;
import dev.kintsugi.pairing.Progress;
import dev.kintsugi.pairing.Remembered;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills between any two things that stay, and failures to send, where no transaction undoes what was written. The model is
 * one that answers later.
 */
class AtLeastOnceTest {
    private static final TaskId TASK = new TaskId(0, 0);
    private static final int EVENTS = 400;
    private static final Estimate SAID = new Estimate("audio", Optional.empty(), 1, "model");
    private static final PairingRules RULES = new PairingRules(
            List.of("image", "audio"),
            Set.of("image", "audio"),
            1_000,
            200,
            OptionalLong.empty(),
            100,
            5_000,
            6_000,
            1_000);

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class NotSent extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What no kill takes back, and the time until the next one. */
    private static final class Disk {
        private final Random random;
        private final Map<String, byte[]> pending = new HashMap<>();
        private final Map<String, byte[]> remembered = new HashMap<>();
        private final Map<String, byte[]> ready = new TreeMap<>();
        private final List<Outcome> log = new ArrayList<>();
        private final Set<String> answered = new HashSet<>();
        private int committed;
        private int kills;
        private int left;

        Disk(Random random) {
            this.random = random;
        }

        void step() {
            if (left-- == 0) {
                kills++;
                throw new Killed();
            }
        }
    }

    /** One life of the stream: what it has not written dies with it. */
    private static final class Life implements PairingStore {
        private static final String PROGRESS = "";

        private final Disk disk;
        private final TaskStores stores = new TaskStores();
        private final List<Runnable> sent = new ArrayList<>();
        private final Deque<String> queue = new ArrayDeque<>();
        private final Unwritten<String, byte[]> pending;
        private final Unwritten<String, byte[]> remembered;
        private final Unwritten<String, byte[]> ready;

        Life(Disk disk) {
            this.disk = disk;
            this.pending = begin(Store.PENDING, disk.pending);
            this.remembered = begin(Store.REMEMBERED, disk.remembered);
            this.ready = begin(Store.READY, disk.ready);
            disk.ready.forEach((place, value) -> {
                if (value != null) {
                    queue.add(place);
                }
            });
        }

        private Unwritten<String, byte[]> begin(Store store, Map<String, byte[]> kept) {
            BiConsumer<String, byte[]> put = (key, value) -> {
                disk.step();
                kept.put(key, value);
            };
            Unwritten<String, byte[]> unwritten =
                    new Unwritten<>(new ToldBelow<>(kept::get, put), new AsTheyAre<>(), this::write);
            stores.begin(TASK, store, unwritten);
            return unwritten;
        }

        void run(List<Arrival> events) {
            Pairing pairing = new Pairing(RULES, this, this::tell, 0);
            for (int next = disk.committed; next < events.size(); next++) {
                pairing.take(events.get(next), next);
                boolean last = next == events.size() - 1;
                for (int left = last ? queue.size() : disk.random.nextInt(3); left > 0 && !queue.isEmpty(); left--) {
                    answer();
                }
                if (last || disk.random.nextInt(20) == 0) {
                    write();
                    settle();
                    disk.step();
                    disk.committed = next + 1;
                }
            }
        }

        private void tell(Outcome outcome) {
            sent.add(() -> disk.log.add(outcome));
            if (outcome instanceof Outcome.Closed closed) {
                String place =
                        closed.observation().id() + " " + closed.observation().key() + " "
                                + closed.observation().streamTime().toEpochMilli();
                ready.put(place, new byte[0]);
                queue.add(place);
            }
        }

        /** As restoring does: sent, noted, and out of the queue. */
        private void answer() {
            String place = queue.remove();
            String[] parts = place.split(" ");
            sent.add(() -> disk.answered.add(parts[0]));
            remembered(parts[1], 0).stream()
                    .filter(each -> each.id().equals(parts[0]))
                    .findFirst()
                    .ifPresent(each -> remember(parts[1], each.with(List.of(SAID))));
            ready.put(place, null);
        }

        /** What Kafka Streams does with a task that failed: it asks each store once more, and this time nothing is amiss. */
        void close() {
            sent.clear();
            for (Store any : Store.values()) {
                try {
                    write();
                } catch (IllegalStateException | Killed refused) {
                    continue;
                }
            }
        }

        private void write() {
            stores.write(TASK, this::settle);
        }

        /** A kill may come when part of what was sent is there. */
        private void settle() {
            while (!sent.isEmpty()) {
                disk.step();
                if (disk.random.nextInt(200) == 0) {
                    throw new NotSent();
                }
                sent.remove(0).run();
            }
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
            byte[] bytes = pending.get(key);
            return bytes == null ? List.of() : StateBytes.pending(bytes);
        }

        @Override
        public void pending(String key, List<Pending> all) {
            pending.put(key, all.isEmpty() ? null : StateBytes.pending(all));
        }

        @Override
        public void eachPending(BiConsumer<String, List<Pending>> look) {
            disk.pending.forEach((key, bytes) -> {
                if (bytes != null && !key.equals(PROGRESS)) {
                    look.accept(key, StateBytes.pending(bytes));
                }
            });
        }

        @Override
        public List<Remembered> remembered(String key, long streamTime) {
            byte[] bytes = remembered.get(key);
            return bytes == null ? List.of() : StateBytes.remembered(bytes);
        }

        @Override
        public void remember(String key, Remembered one) {
            List<Remembered> all = new ArrayList<>(remembered(key, 0));
            all.removeIf(each -> each.id().equals(one.id()));
            all.add(one);
            remembered.put(key, StateBytes.remembered(all));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void losesNothingWhateverMomentItEndsAt(long seed) {
        Random random = new Random(seed);
        List<Arrival> events = events(random);
        Disk disk = new Disk(random);
        int failures = 0;

        while (disk.committed < events.size()) {
            // Longer and longer lives, or the last one might never come.
            disk.left = random.nextInt(20 + 10 * disk.kills);
            Life life = new Life(disk);
            try {
                life.run(events);
            } catch (NotSent failure) {
                failures++;
                life.close();
            } catch (Killed expected) {
                continue;
            }
        }

        assertThat(disk.kills + failures).isGreaterThan(5);
        Set<Origin> told = new HashSet<>();
        disk.log.stream().flatMap(AtLeastOnceTest::origins).forEach(told::add);
        assertThat(events.stream().limit(EVENTS).map(each -> each.event().origin()))
                .allMatch(told::contains);
        assertThat(disk.log.stream().flatMap(AtLeastOnceTest::closed)).allMatch(disk.answered::contains);
        assertThat(disk.remembered.values().stream().flatMap(all -> StateBytes.remembered(all).stream()))
                .allMatch(each -> each.told().equals(List.of(SAID)));
    }

    private static Stream<String> closed(Outcome outcome) {
        return outcome instanceof Outcome.Closed closed
                ? Stream.of(closed.observation().id())
                : Stream.empty();
    }

    private static Stream<Origin> origins(Outcome outcome) {
        if (outcome instanceof Outcome.Closed closed) {
            return closed.observation().events().stream().map(ObservedEvent::origin);
        }
        return outcome instanceof Outcome.Hindsight late
                ? Stream.of(late.arrival().event().origin())
                : Stream.empty();
    }

    /** Of few keys, out of order, some a long time after the others; and one that ends all waits. */
    private static List<Arrival> events(Random random) {
        List<Arrival> events = new ArrayList<>();
        long time = 1_000_000;
        for (int i = 0; i < EVENTS; i++) {
            time += random.nextInt(150);
            long at = time - (random.nextInt(4) == 0 ? random.nextInt(3_000) : 0);
            events.add(event(i, "key" + random.nextInt(12), random.nextBoolean() ? "image" : "audio", at));
        }
        events.add(event(EVENTS, "end", "image", time + 100_000));
        return events;
    }

    private static Arrival event(int number, String key, String modality, long time) {
        ObservedEvent event = new ObservedEvent(
                modality,
                Optional.of("id" + number),
                Instant.ofEpochMilli(time),
                new Origin("digits." + modality, 0, number),
                new Content.Label("seen"));
        return new Arrival(key, event, List.of());
    }
}
