package dev.kintsugi.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.event.LabelEvent;
import dev.kintsugi.scenario.Delivery.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final Mishaps ALL_OF_THEM = new Mishaps(Map.of("audio", 0.3, "image", 0.4), 0.05, 0.1, 0.2);

    @Test
    void sendsEverySideOfEveryThingWhenNothingGoesWrong() {
        List<Delivery> deliveries = deliveries(100, Mishaps.NONE, 1);
        assertThat(deliveries).hasSize(300).allMatch(delivery -> delivery.kind() == Kind.ON_TIME);
        assertThat(deliveries).extracting(Delivery::key).contains("t-000000", "t-000099");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void arrivesInOrderOfArrival(long seed) {
        assertThat(deliveries(500, ALL_OF_THEM, seed))
                .extracting(Delivery::arrival)
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheSameAgainFromTheSameSeed(long seed) {
        assertThat(deliveries(200, ALL_OF_THEM, seed)).isEqualTo(deliveries(200, ALL_OF_THEM, seed));
        assertThat(deliveries(200, ALL_OF_THEM, seed)).isNotEqualTo(deliveries(200, ALL_OF_THEM, seed + 100));
    }

    /** Pins a plan, which is to be the same on every JDK. */
    @Test
    void plansTheSameForEver() {
        assertThat(deliveries(1_000, ALL_OF_THEM, 7).stream().skip(500).limit(4))
                .extracting(delivery ->
                        delivery.key() + "-" + delivery.modality() + " " + delivery.kind() + " " + delivery.arrival())
                .containsExactly(
                        "t-000215-audio ON_TIME 2026-01-01T00:00:02.396Z",
                        "t-000235-label ON_TIME 2026-01-01T00:00:02.400Z",
                        "t-000036-label DUPLICATE 2026-01-01T00:00:02.405Z",
                        "t-000228-image ON_TIME 2026-01-01T00:00:02.406Z");
    }

    @Test
    void beginsAlikeHoweverLongItGoesOn() {
        List<Delivery> some = deliveries(200, Mishaps.NONE, 1);
        List<Delivery> more = deliveries(400, Mishaps.NONE, 1);
        assertThat(more).containsAll(some);
    }

    @Test
    void leavesOneSideOfEachThingEvenIfAllAreToBeMissing() {
        List<Delivery> deliveries = deliveries(200, new Mishaps(Map.of("image", 1.0, "audio", 1.0), 0, 0, 0), 3);
        Map<String, List<String>> sides = deliveries.stream()
                .filter(delivery -> !delivery.modality().equals("label"))
                .collect(Collectors.groupingBy(
                        Delivery::key, Collectors.mapping(Delivery::modality, Collectors.toList())));
        assertThat(sides)
                .hasSize(200)
                .allSatisfy((key, modalities) -> assertThat(modalities).hasSize(1));
        assertThat(sides.values()).contains(List.of("image"), List.of("audio"));
    }

    @Test
    void keepsTheSharesThatWereAskedFor() {
        List<Delivery> deliveries = deliveries(20_000, new Mishaps(Map.of("audio", 0.3), 0.05, 0.1, 0.2), 5);
        double events = deliveries.size() - count(deliveries, Kind.DUPLICATE);
        double audio = deliveries.stream()
                .filter(delivery -> delivery.modality().equals("audio") && delivery.kind() != Kind.DUPLICATE)
                .count();
        assertThat(audio / 20_000).isCloseTo(0.7, within(0.02));
        assertThat(count(deliveries, Kind.LATE) / events).isCloseTo(0.05, within(0.01));
        assertThat(count(deliveries, Kind.OUT_OF_ORDER) / events).isCloseTo(0.95 * 0.2, within(0.01));
        assertThat(count(deliveries, Kind.DUPLICATE) / events).isCloseTo(0.1, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void lateEventsMissTheirDeadlineAndOvertakenOnesDoNot(long seed) {
        Map<String, Instant> opened = new LinkedHashMap<>();
        for (Delivery delivery : deliveries(500, ALL_OF_THEM, seed)) {
            Duration behind = Duration.between(delivery.event().time(), delivery.arrival());
            switch (delivery.kind()) {
                case ON_TIME -> assertThat(behind).isZero();
                case OUT_OF_ORDER -> assertThat(behind).isLessThan(WINDOW);
                case LATE -> assertThat(behind).isGreaterThan(WINDOW.plus(GRACE));
                case DUPLICATE -> assertThat(behind).isGreaterThanOrEqualTo(Duration.ZERO);
            }
            opened.putIfAbsent(delivery.key(), delivery.event().time());
            assertThat(Duration.between(
                                    opened.get(delivery.key()), delivery.event().time())
                            .abs())
                    .isLessThan(WINDOW);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void duplicatesRepeatTheEventWithItsId(long seed) {
        List<Delivery> deliveries = deliveries(300, ALL_OF_THEM, seed);
        Set<Object> originals = deliveries.stream()
                .filter(delivery -> delivery.kind() != Kind.DUPLICATE)
                .map(Delivery::event)
                .collect(Collectors.toSet());
        assertThat(deliveries)
                .filteredOn(delivery -> delivery.kind() == Kind.DUPLICATE)
                .isNotEmpty()
                .allMatch(delivery -> originals.contains(delivery.event()));
    }

    @Test
    void endsOnceAllIsSent() {
        Scenario scenario = scenario(1, Mishaps.NONE, 1);
        scenario.forEachRemaining(delivery -> {});
        assertThatThrownBy(scenario::next).isInstanceOf(NoSuchElementException.class);
    }

    private static long count(List<Delivery> deliveries, Kind kind) {
        return deliveries.stream().filter(delivery -> delivery.kind() == kind).count();
    }

    private static List<Delivery> deliveries(long count, Mishaps mishaps, long seed) {
        List<Delivery> all = new ArrayList<>();
        scenario(count, mishaps, seed).forEachRemaining(all::add);
        return all;
    }

    private static Scenario scenario(long count, Mishaps mishaps, long seed) {
        ScenarioSettings settings = new ScenarioSettings(
                "t", count, START, Duration.ofMillis(10), WINDOW, GRACE, Set.of("image", "audio"), mishaps, seed);
        return new Scenario(settings, n -> {
            Map<String, Evidence> sides = new LinkedHashMap<>();
            for (String modality : List.of("image", "audio", "label")) {
                sides.put(modality, (id, time) -> new LabelEvent(id, time, Optional.empty(), modality + n));
            }
            return sides;
        });
    }
}
