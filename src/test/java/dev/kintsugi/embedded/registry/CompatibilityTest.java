package dev.kintsugi.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

    private static final String V1 = record("{'name':'a','type':'int'}");
    private static final String WITH_DEFAULT =
            record("{'name':'a','type':'int'},{'name':'b','type':'string','default':''}");
    private static final String WITHOUT_DEFAULT = record("{'name':'a','type':'int'},{'name':'b','type':'string'}");

    /** One of each way in which Avro schemas can clash, and some that do not. */
    private static final List<String> SCHEMAS = List.of(
            V1,
            WITH_DEFAULT,
            WITHOUT_DEFAULT,
            record("{'name':'a','type':'string'}"),
            record("{'name':'a','type':['null','int'],'default':null}"),
            record("{'name':'a','type':['int','string']}"),
            record("{'name':'a','type':{'type':'enum','name':'E','symbols':['X','Y']}}"),
            record("{'name':'a','type':{'type':'enum','name':'E','symbols':['X']}}"),
            record("{'name':'a','type':{'type':'enum','name':'E','symbols':['Y'],'default':'Y'}}"),
            record("{'name':'a','type':{'type':'fixed','name':'F','size':2}}"),
            record("{'name':'a','type':{'type':'fixed','name':'F','size':3}}"),
            record("{'name':'a','type':{'type':'array','items':'long'}}"),
            record("{'name':'a','type':{'type':'map','values':'long'}}"),
            record("{'name':'c','type':'int','aliases':['a']}"),
            "{'type':'record','name':'Other','fields':[]}",
            "'int'",
            "'string'",
            "'bytes'",
            "['null','int']",
            "{'type':'long','logicalType':'timestamp-millis'}");

    @ParameterizedTest
    @MethodSource("histories")
    void objectsAsTheGenuineServerDoes(long seed) {
        Random random = new Random(seed);
        String candidate = quoted(SCHEMAS.get(random.nextInt(SCHEMAS.size())));
        List<String> history = random.ints(random.nextInt(4), 0, SCHEMAS.size())
                .mapToObj(i -> quoted(SCHEMAS.get(i)))
                .toList();
        for (CompatibilityLevel level : CompatibilityLevel.values()) {
            assertThat(withoutPathOfMismatch(violations(candidate, history, level)))
                    .as("%s against %s at %s", candidate, history, level)
                    .isEqualTo(withoutPathOfMismatch(GenuineOracle.violations(candidate, history, level)));
        }
    }

    /** Of a writer's union, Avro 1.12 names the branch, as later servers do; the client's Avro 1.11 says only «/». */
    private static List<String> withoutPathOfMismatch(List<String> violations) {
        return violations.stream()
                .map(text -> text.replaceFirst("The type \\(path '[^']*'\\)", "The type (path)"))
                .toList();
    }

    static Stream<Long> histories() {
        return Stream.iterate(0L, seed -> seed + 1).limit(500);
    }

    @Test
    void backwardAsksForADefaultOfANewField() {
        assertThat(violations(WITH_DEFAULT, List.of(V1), CompatibilityLevel.BACKWARD))
                .isEmpty();
        assertThat(violations(WITHOUT_DEFAULT, List.of(V1), CompatibilityLevel.BACKWARD))
                .first()
                .asString()
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE", "'b'", "/fields/1");
    }

    @Test
    void forwardDoesNotAskForADefaultOfANewField() {
        assertThat(violations(WITHOUT_DEFAULT, List.of(V1), CompatibilityLevel.FORWARD))
                .isEmpty();
    }

    @Test
    void onlyTransitiveLevelsLookPastTheLatest() {
        List<String> history = List.of(V1, WITH_DEFAULT);
        assertThat(violations(WITHOUT_DEFAULT, history, CompatibilityLevel.BACKWARD))
                .isEmpty();
        assertThat(violations(WITHOUT_DEFAULT, history, CompatibilityLevel.BACKWARD_TRANSITIVE))
                .contains("{oldSchemaVersion: 1}");
    }

    @Test
    void noneAllowsAnything() {
        assertThat(violations("'int'", List.of(V1), CompatibilityLevel.NONE)).isEmpty();
    }

    @Test
    void cutsALongSchemaInItsMessages() {
        String longDoc = record("{'name':'a','type':'int','doc':'" + "x".repeat(11_000) + "'}");
        assertThat(violations("'int'", List.of(longDoc), CompatibilityLevel.BACKWARD))
                .isEqualTo(GenuineOracle.violations(
                        quoted("'int'"), List.of(quoted(longDoc)), CompatibilityLevel.BACKWARD));
    }

    private static List<String> violations(String candidate, List<String> history, CompatibilityLevel level) {
        List<Compatibility.Previous> previous = new ArrayList<>();
        IntStream.rangeClosed(1, history.size())
                .forEach(version -> previous.add(new Compatibility.Previous(version, parse(history.get(version - 1)))));
        return Compatibility.violations(parse(candidate), previous, level);
    }

    private static AvroSchema parse(String text) {
        return new AvroParser(new SchemaStore()).parse(new SchemaText(quoted(text), List.of()));
    }

    private static String record(String fields) {
        return "{'type':'record','name':'R','namespace':'n','fields':[" + fields + "]}";
    }

    /** Single quotes read better in Java. */
    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
