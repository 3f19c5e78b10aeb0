package dev.kintsugi.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.event.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever comes in whatever order: with gaps, repeats, jumps of both clocks, restarts. */
class PairingLawsTest {
    private static final int EVENTS = 400;

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventIsInExactlyOneObservationOrItsHindsight(long seed) {
        Table table = new Table(rules(seed, true));
        Map<String, Integer> sent = new HashMap<>();
        story(seed, true, table, id -> sent.merge(id, 1, Integer::sum));
        finish(table);

        Map<String, Integer> placed = new HashMap<>();
        Map<String, Integer> again = new HashMap<>();
        for (Outcome outcome : table.outcomes) {
            if (outcome instanceof Outcome.Closed closed) {
                Table.ids(closed.observation()).forEach(id -> placed.merge(id, 1, Integer::sum));
            } else if (outcome instanceof Outcome.Hindsight hindsight) {
                placed.merge(hindsight.arrival().event().id().orElseThrow(), 1, Integer::sum);
            } else if (outcome instanceof Outcome.Duplicate duplicate) {
                again.merge(duplicate.arrival().event().id().orElseThrow(), 1, Integer::sum);
            }
        }
        assertThat(placed.keySet()).isEqualTo(sent.keySet());
        assertThat(placed.values()).allMatch(times -> times == 1);
        sent.forEach((id, times) -> assertThat(again.getOrDefault(id, 0)).isEqualTo(times - 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyObservationClosesOnceAndHoldsNoModalityTwice(long seed) {
        Table table = new Table(rules(seed, true));
        story(seed, true, table, id -> {});
        finish(table);
        assertThat(table.closed()).extracting(Observation::id).doesNotHaveDuplicates();
        assertThat(table.closed())
                .allSatisfy(each -> assertThat(each.observed()).doesNotHaveDuplicates());
        assertThat(table.pending()).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noneWaitsBeyondItsDeadline(long seed) {
        PairingRules rules = rules(seed, true);
        Table table = new Table(rules);
        story(
                seed,
                true,
                table,
                id -> assertThat(table.store.deadlines())
                        .allMatch(deadline -> deadline >= table.store.progress().streamTime()));
        assertThat(table.closed()).allSatisfy(each -> {
            boolean past = each.deadline().isBefore(each.streamTime());
            switch (each.closedBy()) {
                case DEADLINE, LATE -> assertThat(past).isTrue();
                case PATIENCE, LIMIT -> assertThat(past).isFalse();
                case COMPLETE -> assertThat(each.observed()).containsAll(rules.required());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noneWaitsBeyondItsPatience(long seed) {
        PairingRules rules = rules(seed, true);
        Table table = new Table(rules);
        story(seed, true, table, id -> {});
        table.quiet(rules.patience().orElseThrow());
        assertThat(table.pending()).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreThanTheLimitNeverWait(long seed) {
        PairingRules rules = rules(seed, true);
        Table table = new Table(rules);
        story(
                seed,
                true,
                table,
                id -> assertThat(table.pending())
                        .isEqualTo(table.store.deadlines().size())
                        .isLessThanOrEqualTo(rules.pending()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withPatienceOffTheSameEventsGiveTheSameObservationsAcrossRestarts(long seed) {
        Table once = new Table(rules(seed, false));
        Table again = new Table(rules(seed, false));
        story(seed, false, once, id -> {});
        story(seed, true, again, id -> {});
        assertThat(again.told()).isEqualTo(once.told());
        assertThat(again.closed())
                .extracting(Observation::id)
                .isEqualTo(once.closed().stream().map(Observation::id).toList());
    }

    private static PairingRules rules(long seed, boolean patience) {
        Random random = new Random(seed);
        boolean three = random.nextBoolean();
        return new PairingRules(
                three ? List.of("image", "script", "audio", "label") : List.of("image", "audio", "label"),
                three && random.nextBoolean() ? Set.of("image", "script", "audio") : Set.of("image", "audio"),
                1 + random.nextInt(3_000),
                random.nextInt(800),
                patience ? OptionalLong.of(500 + random.nextInt(3_000)) : OptionalLong.empty(),
                100,
                random.nextBoolean() ? 0 : 4_000 + random.nextInt(10_000),
                // as long as the story, so that every repeat is known
                10_000_000,
                random.nextBoolean() ? 5 : 1_000);
    }

    /** The same events for the same seed; restarts, and they alone, are drawn apart. */
    private static void story(long seed, boolean restarts, Table table, Consumer<String> after) {
        Random random = new Random(seed);
        Random crashes = new Random(~seed);
        List<Runnable> past = new ArrayList<>();
        long time = 1_000_000;
        for (int i = 0; i < EVENTS; i++) {
            time += random.nextInt(10) == 0 ? random.nextInt(8_000) : random.nextInt(120);
            if (!past.isEmpty() && random.nextInt(12) == 0) {
                past.get(random.nextInt(past.size())).run();
            } else {
                Runnable next = event(random, i, time, table, after);
                past.add(next);
                next.run();
            }
            long quiet = random.nextInt(30) == 0 ? random.nextInt(9_000) - 3_000 : random.nextInt(40);
            table.quiet(quiet);
            if (crashes.nextInt(25) == 0 && restarts) {
                table.restart();
            }
        }
    }

    private static Runnable event(Random random, int i, long time, Table table, Consumer<String> after) {
        String key = "k" + random.nextInt(12);
        String modality =
                table.modalities().get(random.nextInt(table.modalities().size()));
        long when = time - (random.nextInt(4) == 0 ? random.nextInt(9_000) : random.nextInt(300));
        String id = "e" + i;
        return () -> {
            table.event(key, modality, id, when);
            after.accept(id);
        };
    }

    /** Long after, by both clocks. */
    private static void finish(Table table) {
        table.quiet(1_000_000);
    }
}
