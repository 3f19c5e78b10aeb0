package dev.kintsugi.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {

    private static final String V1 = "application/vnd.schemaregistry.v1+json";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|" + V1,
                "application/*|" + V1,
                "application/json|application/json",
                "application/vnd.schemaregistry+json|application/vnd.schemaregistry+json",
                V1 + ", application/vnd.schemaregistry+json; q=0.9, application/json; q=0.5|" + V1,
                "application/json, " + V1 + ";q=0.1|application/json",
                "text/html, */*;q=0.1|" + V1
            })
    void answersInTheTypeThatTheClientPrefers(String accept, String expected) throws Exception {
        try (InMemoryRegistry registry = new InMemoryRegistry()) {
            HttpResponse<String> answer = send(
                    HttpRequest.newBuilder(registry.uri().resolve("/subjects")).header("Accept", accept));
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                V1,
                "application/vnd.schemaregistry+json",
                "application/json; charset=utf-8",
                "application/octet-stream"
            })
    void takesEveryTypeThatClientsSend(String type) throws Exception {
        try (InMemoryRegistry registry = new InMemoryRegistry()) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(registry.uri().resolve("/subjects/s/versions"))
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString("{\"schema\":\"\\\"int\\\"\"}")));
            assertThat(answer.body()).isEqualTo("{\"id\":1}");
        }
    }

    @Test
    void namesTheMethodsThatAPathAllows() throws Exception {
        try (InMemoryRegistry registry = new InMemoryRegistry()) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(registry.uri().resolve("/subjects/s/versions"))
                            .DELETE());
            assertThat(answer.headers().firstValue("Allow")).hasValue("GET,HEAD,OPTIONS,POST");
        }
    }

    @Test
    void saysWhatIsWrongWithBrokenJson() throws Exception {
        try (InMemoryRegistry registry = new InMemoryRegistry()) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(registry.uri().resolve("/subjects/s/versions"))
                            .POST(BodyPublishers.ofString("{\"schema\":")));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error_code\":400,\"message\":\"Unexpected end-of-input");
        }
    }

    @Test
    void tellsTheLengthOfWhatHeadLeavesOut() throws Exception {
        try (InMemoryRegistry registry = new InMemoryRegistry()) {
            HttpResponse<String> answer = send(
                    HttpRequest.newBuilder(registry.uri().resolve("/config")).method("HEAD", BodyPublishers.noBody()));
            assertThat(answer.headers().firstValueAsLong("Content-Length"))
                    .hasValue("{\"compatibilityLevel\":\"BACKWARD\"}".length());
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
