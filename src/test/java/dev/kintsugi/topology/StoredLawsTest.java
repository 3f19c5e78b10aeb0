package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.Observation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code PairingLawsTest} holds in memory, with Kafka's stores below and restarts of the whole stream. */
class StoredLawsTest {
    private static final int EVENTS = 120;

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventIsInExactlyOneObservationOrItsHindsight(long seed, @TempDir Path folder) {
        try (Driven stream = new Driven(folder, "digits", Set.of(Stage.PAIR))) {
            Random random = new Random(seed);
            List<String> placed = new ArrayList<>();
            Set<String> sent = new TreeSet<>();
            long time = 0;
            long now = Driven.START;
            for (int i = 0; i < EVENTS; i++) {
                time += random.nextInt(8) == 0 ? random.nextInt(6_000) : random.nextInt(200);
                long when = Math.max(0, time - (random.nextInt(3) == 0 ? random.nextInt(6_000) : random.nextInt(300)));
                sent.add(send(stream, random, when));
                long quiet = random.nextInt(20) == 0 ? random.nextInt(4_000) : random.nextInt(50);
                stream.quiet(quiet);
                now += quiet;
                collect(stream, placed);
                if (random.nextInt(30) == 0) {
                    stream.restart(now);
                }
            }
            stream.quiet(10_000);
            collect(stream, placed);
            assertThat(placed).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    private static String send(Driven stream, Random random, long when) {
        String key = "k" + random.nextInt(6);
        switch (random.nextInt(3)) {
            case 0 -> stream.image(key, when);
            case 1 -> stream.audio(key, when);
            default -> stream.label(key, when, "3");
        }
        return stream.lastId();
    }

    private static void collect(Driven stream, List<String> placed) {
        for (Observation observation : stream.observations()) {
            observation.events().forEach(event -> placed.add(event.id().orElseThrow()));
        }
        for (Hindsight hindsight : stream.hindsight()) {
            placed.add(hindsight.event().id().orElseThrow());
        }
    }
}
