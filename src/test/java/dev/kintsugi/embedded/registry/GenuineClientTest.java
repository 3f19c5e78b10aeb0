package dev.kintsugi.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Confluent's own Java client, 7.5.3, at work on our registry. */
class GenuineClientTest {

    private static final String SUBJECT = "digits.image-value";
    private static final AvroSchema INT = new AvroSchema("\"int\"");
    private static final AvroSchema LONG = new AvroSchema("\"long\"");
    private static final AvroSchema STRING = new AvroSchema("\"string\"");

    private InMemoryRegistry registry;
    private SchemaRegistryClient client;

    @BeforeEach
    void start() {
        registry = new InMemoryRegistry();
        client = new CachedSchemaRegistryClient(
                List.of(registry.uri().toString()), 100, List.of(new AvroSchemaProvider()), Map.of(), Map.of());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        registry.close();
    }

    @Test
    void registersAndReadsBack() throws Exception {
        int id = client.register(SUBJECT, INT);
        client.reset();
        assertThat(client.getSchemaBySubjectAndId(SUBJECT, id)).isEqualTo(INT);
        assertThat(client.getSchemaById(id)).isEqualTo(INT);
        assertThat(client.getId(SUBJECT, INT)).isEqualTo(id);
        assertThat(client.getVersion(SUBJECT, INT)).isEqualTo(1);
    }

    @Test
    void listsSubjectsVersionsAndUses() throws Exception {
        int id = client.register(SUBJECT, INT);
        client.register(SUBJECT, LONG);
        client.register("another", INT);
        assertThat(client.getAllSubjects()).containsExactly("another", SUBJECT);
        assertThat(client.getAllVersions(SUBJECT)).containsExactly(1, 2);
        assertThat(client.getAllSubjectsById(id)).containsExactlyInAnyOrder("another", SUBJECT);
        assertThat(client.getAllVersionsById(id)).hasSize(2);
        assertThat(client.getSchemas("digits", false, true)).containsExactly(LONG);
    }

    @Test
    void readsTheMetadataOfAVersion() throws Exception {
        client.register(SUBJECT, INT);
        int id = client.register(SUBJECT, LONG);
        assertThat(client.getLatestSchemaMetadata(SUBJECT).getId()).isEqualTo(id);
        assertThat(client.getSchemaMetadata(SUBJECT, 1).getSchema()).isEqualTo("\"int\"");
    }

    @Test
    void checksCompatibility() throws Exception {
        client.register(SUBJECT, INT);
        assertThat(client.testCompatibility(SUBJECT, LONG)).isTrue();
        assertThat(client.testCompatibility(SUBJECT, STRING)).isFalse();
        assertThat(client.testCompatibilityVerbose(SUBJECT, STRING)).hasSize(4);
        assertThatThrownBy(() -> client.register(SUBJECT, STRING))
                .isInstanceOfSatisfying(RestClientException.class, e -> {
                    assertThat(e.getStatus()).isEqualTo(409);
                    assertThat(e.getErrorCode()).isEqualTo(409);
                });
    }

    @Test
    void setsTheCompatibilityLevel() throws Exception {
        assertThat(client.getCompatibility(null)).isEqualTo("BACKWARD");
        assertThat(client.updateCompatibility(SUBJECT, "NONE")).isEqualTo("NONE");
        assertThat(client.getCompatibility(SUBJECT)).isEqualTo("NONE");
        client.deleteCompatibility(SUBJECT);
        assertThatThrownBy(() -> client.getCompatibility(SUBJECT))
                .isInstanceOfSatisfying(
                        RestClientException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(40408));
    }

    @Test
    void setsTheMode() throws Exception {
        assertThat(client.getMode()).isEqualTo("READWRITE");
        assertThat(client.setMode("READONLY", SUBJECT)).isEqualTo("READONLY");
        assertThat(client.getMode(SUBJECT)).isEqualTo("READONLY");
        client.deleteMode(SUBJECT);
    }

    @Test
    void importsSchemasWithTheirIds() throws Exception {
        client.setMode("IMPORT", SUBJECT);
        assertThat(client.register(SUBJECT, INT, 3, 42)).isEqualTo(42);
        assertThat(client.getAllVersions(SUBJECT)).containsExactly(3);
    }

    @Test
    void deletesSoftlyAndForGood() throws Exception {
        client.register(SUBJECT, INT);
        assertThat(client.deleteSubject(SUBJECT)).containsExactly(1);
        assertThat(client.getAllSubjects()).isEmpty();
        assertThat(client.getAllSubjects(true)).containsExactly(SUBJECT);
        assertThat(client.deleteSubject(SUBJECT, true)).containsExactly(1);
        assertThat(client.getAllSubjects(true)).isEmpty();
    }

    @Test
    void resolvesReferences() throws Exception {
        String inner = "{\"type\":\"fixed\",\"name\":\"Inner\",\"size\":2}";
        client.register("inner", new AvroSchema(inner));
        AvroSchema outer = new AvroSchema(
                "{\"type\":\"array\",\"items\":\"Inner\"}",
                List.of(new SchemaReference("Inner", "inner", 1)),
                Map.of("Inner", inner),
                null);
        int id = client.register("outer", outer);
        client.reset();
        assertThat(client.getSchemaById(id).references()).containsExactly(new SchemaReference("Inner", "inner", 1));
    }

    @Test
    void namesWhatIsNotThere() {
        assertThatThrownBy(() -> client.getSchemaById(404))
                .isInstanceOf(RestClientException.class)
                .hasMessage("Schema 404 not found; error code: 40403");
    }

    @Test
    void takesSubjectsWithSlashes() throws Exception {
        client.register("a/b c", INT);
        assertThat(client.getLatestSchemaMetadata("a/b c").getVersion()).isEqualTo(1);
    }
}
