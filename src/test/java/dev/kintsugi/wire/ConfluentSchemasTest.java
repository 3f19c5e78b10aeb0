package dev.kintsugi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.wire.UndecodableException.Reason;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfluentSchemasTest {
    private static final String SCHEMA = RecordType.LABEL_EVENT.schemaJson();

    @Test
    void registersOnce() throws IOException {
        try (FakeRegistry registry = FakeRegistry.answering(200, "{\"id\": 17}")) {
            Schemas schemas = schemas(registry.url(), Map.of());
            assertThat(schemas.idOf("t-value", SCHEMA)).isEqualTo(17);
            assertThat(schemas.idOf("t-value", SCHEMA)).isEqualTo(17);
            assertThat(registry.requests()).hasSize(1).first().asString().startsWith("POST /subjects/t-value/versions");
        }
    }

    @Test
    void onlyLooksUpWhereRegisteringIsForbidden() throws IOException {
        try (FakeRegistry registry = FakeRegistry.answering(200, "{\"id\": 17}")) {
            Schemas schemas = schemas(registry.url(), Map.of("auto.register.schemas", "false"));
            assertThat(schemas.idOf("t-value", SCHEMA)).isEqualTo(17);
            assertThat(registry.requests()).first().asString().startsWith("POST /subjects/t-value?");
        }
    }

    @Test
    void sendsBasicCredentials() throws IOException {
        try (FakeRegistry registry = FakeRegistry.answering(200, "{\"id\": 1}")) {
            schemas(
                            registry.url(),
                            Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ann:s3"))
                    .idOf("t-value", SCHEMA);
            String expected = "Basic " + Base64.getEncoder().encodeToString("ann:s3".getBytes());
            assertThat(registry.authorizations()).containsExactly(expected);
        }
    }

    @Test
    void sendsBearerToken() throws IOException {
        try (FakeRegistry registry = FakeRegistry.answering(200, "{\"id\": 1}")) {
            schemas(
                            registry.url(),
                            Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "tok"))
                    .idOf("t-value", SCHEMA);
            assertThat(registry.authorizations()).containsExactly("Bearer tok");
        }
    }

    @Test
    void trustsTheStoreItIsGivenAndNoOther(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder);
        try (FakeRegistry registry = FakeRegistry.encrypted(certificate.server(), "{\"id\": 5}")) {
            Map<String, String> trusting = Map.of(
                    "schema.registry.ssl.truststore.location",
                    certificate.store().toString(),
                    "schema.registry.ssl.truststore.password",
                    TestCertificate.PASSWORD,
                    "schema.registry.ssl.truststore.type",
                    "PKCS12");
            assertThat(schemas(registry.url(), trusting).idOf("t-value", SCHEMA))
                    .isEqualTo(5);
            assertThatThrownBy(() -> schemas(registry.url(), Map.of()).idOf("t-value", SCHEMA))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("no schema registry answers at " + registry.url());
        }
    }

    @Test
    void goesToTheNextUrlWhenOneIsDown() throws IOException {
        try (FakeRegistry registry = FakeRegistry.answering(200, "{\"id\": 9}")) {
            Schemas schemas = schemas("http://localhost:" + unusedPort() + ", " + registry.url(), Map.of());
            assertThat(schemas.idOf("t-value", SCHEMA)).isEqualTo(9);
        }
    }

    @Test
    void saysWhatToDoWhenNoneAnswers() throws IOException {
        String url = "http://localhost:" + unusedPort();
        assertThatThrownBy(() -> schemas(url, Map.of()).byId(1))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("no schema registry answers at " + url)
                .hasMessageContaining("start one with 'kintsugi broker', or name yours with --registry");
    }

    @Test
    void anUnknownIdIsTheRecordsFaultAndIsAskedForOnce() throws IOException {
        try (FakeRegistry registry =
                FakeRegistry.answering(404, "{\"error_code\": 40403, \"message\": \"Schema 300 not found\"}")) {
            Schemas schemas = schemas(registry.url(), Map.of());
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> schemas.byId(300))
                        .isInstanceOfSatisfying(
                                UndecodableException.class,
                                e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA))
                        .hasMessageContaining("300");
            }
            assertThat(registry.requests()).hasSize(1);
        }
    }

    @Test
    void aServerThatIsNoRegistryIsNotTheRecordsFault() throws IOException {
        try (FakeRegistry webServer = FakeRegistry.answering(404, "<html>not found</html>")) {
            assertThatThrownBy(() -> schemas(webServer.url(), Map.of()).byId(1))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("check its address");
        }
    }

    @Test
    void aSchemaThatIsNoAvroIsTheRecordsFaultAndIsAskedForOnce() throws IOException {
        try (FakeRegistry registry = FakeRegistry.answering(200, "{\"schemaType\": \"JSON\", \"schema\": \"{}\"}")) {
            Schemas schemas = schemas(registry.url(), Map.of());
            assertThatThrownBy(() -> schemas.byId(4)).hasMessageContaining("is JSON instead of Avro");
            int asked = registry.requests().size();
            assertThatThrownBy(() -> schemas.byId(4))
                    .isInstanceOfSatisfying(
                            UndecodableException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA));
            assertThat(registry.requests()).hasSize(asked);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "basic.auth.credentials.source, USER_INFO, basic.auth.credentials.source",
        "bearer.auth.credentials.source, STATIC_TOKEN, bearer.auth.token",
        "schema.registry.ssl.truststore.location, /nope/store.p12, /nope/store.p12"
    })
    void propertiesThatCannotBeAreToldWithTheirName(String property, String value, String told) {
        assertThatThrownBy(() -> schemas("http://localhost:1", Map.of(property, value)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(told)
                .hasMessageContaining("--config");
    }

    @Test
    void anAddressThatIsNoUrlIsTold() {
        assertThatThrownBy(() -> schemas("foo", Map.of()))
                .isInstanceOf(Fault.class)
                .hasMessage("the registry's address is \"foo\"; use a URL such as http://localhost:8081");
    }

    @Test
    void takesNumbersAsAPropertiesFileHasThem() throws IOException {
        try (FakeRegistry registry =
                FakeRegistry.answering(404, "{\"error_code\": 40403, \"message\": \"Schema 300 not found\"}")) {
            Schemas uncached = schemas(registry.url(), Map.of("missing.id.cache.ttl.sec", "0"));
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> uncached.byId(300)).isInstanceOf(UndecodableException.class);
            }
            assertThat(registry.requests()).hasSize(2);
            assertThatThrownBy(() -> schemas(registry.url(), Map.of("missing.cache.size", "many")))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("missing.cache.size is \"many\"; use a whole number");
        }
    }

    @Test
    void aRegistryInTroubleIsNotTheRecordsFault() throws IOException {
        try (FakeRegistry registry =
                FakeRegistry.answering(500, "{\"error_code\": 50001, \"message\": \"Error in the backend\"}")) {
            assertThatThrownBy(() -> schemas(registry.url(), Map.of()).byId(3))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("Error in the backend");
        }
    }

    @Test
    void aRefusedSchemaSaysWhatToDo() throws IOException {
        try (FakeRegistry registry = FakeRegistry.answering(
                409, "{\"error_code\": 409, \"message\": \"Schema being registered is incompatible\"}")) {
            assertThatThrownBy(() -> schemas(registry.url(), Map.of()).idOf("t-value", SCHEMA))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContaining("refuses the schema for t-value")
                    .hasMessageContaining("make the change compatible, or use another topic");
        }
    }

    private static Schemas schemas(String url, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put(ConfluentSchemas.URL, url);
        return new ConfluentSchemas(all);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
