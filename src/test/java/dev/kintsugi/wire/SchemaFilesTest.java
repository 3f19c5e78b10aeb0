package dev.kintsugi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules for {@code schemas/*.avsc}. */
class SchemaFilesTest {
    private static final Path FOLDER = Path.of("schemas");

    static Stream<Schema> schemas() {
        File[] files = FOLDER.toFile().listFiles((folder, name) -> name.endsWith(".avsc"));
        return Arrays.stream(files).sorted().map(SchemaFilesTest::parse);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyNamedTypeAndFieldIsDocumented(Schema schema) {
        namedTypes(schema).forEach(type -> {
            assertThat(type.getDoc()).as(type.getFullName()).isNotBlank();
            fields(type)
                    .forEach(field -> assertThat(field.doc())
                            .as(type.getName() + "." + field.name())
                            .isNotBlank());
        });
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void payloadsComeLast(Schema schema) {
        namedTypes(schema)
                .flatMap(SchemaFilesTest::fields)
                .filter(field -> field.schema().getType() == Type.BYTES)
                .forEach(field -> assertThat(field.name()).isEqualTo("payload"));
        namedTypes(schema).forEach(type -> {
            List<Field> fields = fields(type).toList();
            fields.stream()
                    .filter(field -> field.name().equals("payload"))
                    .forEach(payload -> assertThat(payload.pos()).isEqualTo(fields.size() - 1));
        });
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void timesAreMillisecondsAndAreNamedAsTimes(Schema schema) {
        namedTypes(schema).flatMap(SchemaFilesTest::fields).forEach(field -> {
            String logical = field.schema().getLogicalType() == null
                    ? null
                    : field.schema().getLogicalType().getName();
            boolean time = field.name().endsWith("Time")
                    || field.name().endsWith("At")
                    || field.name().equals("deadline");
            assertThat(logical).as(field.name()).isEqualTo(time ? "timestamp-millis" : null);
        });
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void enumsHaveAWordForWhatTheyDoNotKnow(Schema schema) {
        namedTypes(schema)
                .filter(type -> type.getType() == Type.ENUM)
                .forEach(type -> assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN"));
    }

    @Test
    void aNameMeansTheSameInEveryFile() {
        Map<String, Schema> seen = new HashMap<>();
        schemas().flatMap(SchemaFilesTest::namedTypes).forEach(type -> {
            Schema before = seen.putIfAbsent(type.getFullName(), type);
            assertThat(before == null || before.equals(type))
                    .as(type.getFullName())
                    .isTrue();
        });
    }

    @Test
    void whatWeRegisterIsWhatTheFilesSay() {
        List<Schema> registered = RecordType.all().stream()
                .map(type -> new Schema.Parser().parse(type.schemaJson()))
                .toList();
        assertThat(registered).containsExactlyInAnyOrderElementsOf(schemas().toList());
    }

    private static Schema parse(File file) {
        try {
            return new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static Stream<Field> fields(Schema type) {
        return type.getType() == Type.RECORD ? type.getFields().stream() : Stream.empty();
    }

    private static Stream<Schema> namedTypes(Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                Stream.concat(
                        Stream.of(schema), schema.getFields().stream().flatMap(field -> namedTypes(field.schema())));
            case ENUM -> Stream.of(schema);
            case ARRAY -> namedTypes(schema.getElementType());
            case UNION -> schema.getTypes().stream().flatMap(SchemaFilesTest::namedTypes);
            default -> Stream.empty();
        };
    }
}
