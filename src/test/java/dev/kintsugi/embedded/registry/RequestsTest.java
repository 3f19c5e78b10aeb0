package dev.kintsugi.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sends the requests of {@code requests.golden}, byte for byte, and compares what comes back, byte for byte.
 *
 * <p>A line {@code == name} opens a conversation with an empty registry. In it, each exchange is a method and a path,
 * headers, a body if there is one, then {@code => status} and the answer. {@code #} starts a comment.
 */
class RequestsTest {

    private final HttpClient client = HttpClient.newHttpClient();

    private record Exchange(String method, String path, List<String> headers, String body, int status, String answer) {}

    @TestFactory
    Stream<DynamicTest> answersAsTheGenuineServer() throws IOException {
        return Stream.of(golden().split("(?m)^== "))
                .filter(conversation -> !conversation.isBlank())
                .map(conversation -> DynamicTest.dynamicTest(
                        conversation.lines().findFirst().orElseThrow(), () -> converse(conversation)));
    }

    private static String golden() throws IOException {
        try (InputStream file = RequestsTest.class.getResourceAsStream("requests.golden")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .reduce("", (before, line) -> before + line + "\n");
        }
    }

    private void converse(String conversation) throws IOException, InterruptedException {
        try (InMemoryRegistry registry = new InMemoryRegistry()) {
            String exchanges = conversation.substring(conversation.indexOf('\n'));
            for (String text : exchanges.strip().split("\n\\s*\n")) {
                Exchange expected = parse(text);
                HttpResponse<String> answer = send(registry, expected);
                assertThat(answer.statusCode() + " " + answer.body())
                        .as(text)
                        .isEqualTo(expected.status() + " " + expected.answer());
            }
        }
    }

    private static Exchange parse(String text) {
        List<String> headers = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        StringBuilder answer = new StringBuilder();
        String[] lines = text.split("\n");
        String[] request = lines[0].split(" ", 2);
        int status = 0;
        for (String line : List.of(lines).subList(1, lines.length)) {
            if (line.startsWith("=> ")) {
                status = Integer.parseInt(line.substring(3).trim());
            } else if (status > 0) {
                answer.append(line);
            } else if (line.matches("[A-Z][A-Za-z-]*: .*")) {
                headers.addAll(List.of(line.split(": ", 2)));
            } else {
                body.append(line);
            }
        }
        return new Exchange(request[0], request[1], headers, body.toString(), status, answer.toString());
    }

    private HttpResponse<String> send(InMemoryRegistry registry, Exchange exchange)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(registry.uri().resolve(exchange.path()))
                .method(exchange.method(), BodyPublishers.ofString(exchange.body()));
        if (!exchange.headers().isEmpty()) {
            request.headers(exchange.headers().toArray(String[]::new));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
