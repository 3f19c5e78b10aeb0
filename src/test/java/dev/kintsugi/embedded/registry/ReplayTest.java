package dev.kintsugi.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the registry's state, over random histories of what clients may do. */
class ReplayTest {

    private static final List<String> SUBJECTS = List.of("a", "b");
    private static final List<String> SCHEMAS = List.of("\"int\"", "\"long\"", "\"string\"", "\"bytes\"");

    private final List<Change> log = new ArrayList<>();
    private final SchemaStore store = new SchemaStore();
    private final Ledger ledger = new Ledger(log::add, store);
    private final Registration registration = new Registration(ledger);
    private final Removal removal = new Removal(ledger);
    private final Settings settings = new Settings(ledger);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aReplayGivesTheSameState(long seed) {
        liveOn(seed);
        assertThat(state(replayed(log))).isEqualTo(state(store));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compactionOfTheTopicLosesNothing(long seed) {
        liveOn(seed);
        assertThat(state(replayed(compacted(log)))).isEqualTo(state(store));
    }

    @Test
    void aKillWhileASchemaComesBackLosesNoId() {
        register("a", "\"int\"");
        removal.deleteVersion("a", VersionId.of(1), false);
        register("a", "\"int\"");
        for (int records = 1; records <= log.size(); records++) {
            assertThat(replayed(log.subList(0, records)).byId(1))
                    .as("after %s records of %s", records, log)
                    .isPresent();
        }
        assertThat(store.versions("a", LookupFilter.WITH_DELETED))
                .extracting(SubjectSchema::version)
                .containsExactly(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anIdMeansOneSchemaForEver(long seed) {
        liveOn(seed);
        Map<Integer, SchemaText> meanings = new LinkedHashMap<>();
        log.forEach(change -> {
            if (change instanceof Change.SchemaWritten written) {
                SchemaText before = meanings.putIfAbsent(
                        written.schema().id(), written.schema().text());
                assertThat(before).isIn(null, written.schema().text());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSubjectHasASchemaInOneLiveVersionAtMost(long seed) {
        liveOn(seed);
        for (String subject : SUBJECTS) {
            assertThat(store.versions(subject, LookupFilter.LIVE))
                    .extracting(SubjectSchema::id)
                    .doesNotHaveDuplicates();
        }
    }

    private void liveOn(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 60; step++) {
            try {
                act(random);
            } catch (RegistryException e) {
                // refused, which must change nothing either: the laws are checked over these histories too
                assertThat(e.status()).isBetween(400, 499);
            }
        }
    }

    private void act(Random random) {
        String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        VersionId version = VersionId.of(1 + random.nextInt(4));
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> register(subject, SCHEMAS.get(random.nextInt(SCHEMAS.size())));
            case 4 -> removal.deleteVersion(subject, version, random.nextBoolean());
            case 5 -> removal.deleteSubject(subject, random.nextBoolean());
            case 6 -> settings.updateConfig(scope(random, subject), Config.of(level(random)));
            default ->
                settings.setMode(
                        scope(random, subject),
                        random.nextInt(4) == 0 ? Mode.IMPORT : Mode.READWRITE,
                        random.nextInt(4) == 0);
        }
    }

    private void register(String subject, String schema) {
        registration.register(subject, new RegisterRequest(schema, null, null, null, null), false);
    }

    private static Scope scope(Random random, String subject) {
        return random.nextBoolean() ? Scope.of(subject) : Scope.GLOBAL;
    }

    /** Mostly none, or histories would be short. */
    private static CompatibilityLevel level(Random random) {
        return random.nextInt(3) > 0 ? CompatibilityLevel.NONE : CompatibilityLevel.BACKWARD;
    }

    private static SchemaStore replayed(List<Change> changes) {
        SchemaStore restarted = new SchemaStore();
        changes.stream()
                .map(RecordFormat::write)
                .map(record -> RecordFormat.read(record.key(), record.value()))
                .flatMap(Optional::stream)
                .forEach(restarted::apply);
        return restarted;
    }

    /** What Kafka's log cleaner leaves: of each key the last record, in the order of offsets. */
    private static List<Change> compacted(List<Change> changes) {
        Map<String, Change> last = new LinkedHashMap<>();
        for (Change change : changes) {
            String key = new String(RecordFormat.write(change).key(), StandardCharsets.UTF_8);
            last.remove(key);
            last.put(key, change);
        }
        return List.copyOf(last.values());
    }

    private static List<Object> state(SchemaStore store) {
        List<Object> state = new ArrayList<>(store.find(schema -> true).toList());
        Stream.concat(Stream.of(Scope.GLOBAL), SUBJECTS.stream().map(Scope::of)).forEach(scope -> {
            state.add(store.config(scope));
            state.add(store.mode(scope));
        });
        return state;
    }
}
