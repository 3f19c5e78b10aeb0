package dev.kintsugi.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordFormatTest {

    private static final SubjectSchema SCHEMA =
            new SubjectSchema("s", 2, 7, new SchemaText("\"int\"", List.of()), false);

    @Test
    void writesVersionsAsTheGenuineServerDoes() {
        RecordFormat.KeyValue record = RecordFormat.write(new Change.SchemaWritten(SCHEMA));
        assertThat(text(record.key()))
                .isEqualTo("{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":2,\"magic\":1}");
        assertThat(text(record.value()))
                .isEqualTo("{\"subject\":\"s\",\"version\":2,\"id\":7,\"schema\":\"\\\"int\\\"\",\"deleted\":false}");
    }

    @Test
    void writesGlobalSettingsUnderANullSubject() {
        RecordFormat.KeyValue record =
                RecordFormat.write(new Change.ConfigWritten(Scope.GLOBAL, Config.of(CompatibilityLevel.FULL)));
        assertThat(text(record.key())).isEqualTo("{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}");
        assertThat(text(record.value())).isEqualTo("{\"compatibilityLevel\":\"FULL\"}");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void readsWhatItWrote(Change change) {
        RecordFormat.KeyValue record = RecordFormat.write(change);
        assertThat(RecordFormat.read(record.key(), record.value())).hasValue(change);
    }

    static List<Change> changes() {
        Scope subject = Scope.of("s");
        return List.of(
                new Change.SchemaWritten(SCHEMA),
                new Change.SchemaWritten(SCHEMA.asDeleted()),
                new Change.SchemaWritten(new SubjectSchema(
                        "s", 1, 1, new SchemaText("\"n.A\"", List.of(new SchemaReference("n.A", "a", 3))), false)),
                new Change.SchemaErased("s", 2),
                new Change.SubjectDeleted("s", 2),
                new Change.DeletedCleared(subject),
                new Change.DeletedCleared(Scope.GLOBAL),
                new Change.ConfigWritten(subject, Config.of(CompatibilityLevel.NONE)),
                new Change.ConfigWritten(Scope.GLOBAL, new Config(Optional.empty(), Optional.of(true))),
                new Change.ConfigErased(subject),
                new Change.ModeWritten(Scope.GLOBAL, Mode.READONLY),
                new Change.ModeErased(subject));
    }

    @Test
    void readsWhatTheGenuineServerWrote() {
        Optional<Change> change = RecordFormat.read(
                bytes("{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":2,\"magic\":1}"),
                bytes("{\"subject\":\"s\",\"version\":2,\"id\":7,\"md5\":\"AA==\",\"schema\":\"\\\"int\\\"\","
                        + "\"deleted\":false,\"offset\":5,\"ts\":9}"));
        assertThat(change).hasValue(new Change.SchemaWritten(SCHEMA));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"keytype\":\"NOOP\",\"magic\":0}|",
                "{\"keytype\":\"CONTEXT\",\"tenant\":\"default\",\"context\":\".c\",\"magic\":0}|{}"
            })
    void skipsRecordsThatAreNotForIt(String key, String value) {
        assertThat(RecordFormat.read(bytes(key), value == null ? null : bytes(value)))
                .isEmpty();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
