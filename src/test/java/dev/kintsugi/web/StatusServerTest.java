package dev.kintsugi.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What probes and scrapes are answered. */
class StatusServerTest {
    private static final String HERE = "127.0.0.1";

    private Health health = new Health(true, true, Map.of("state", "RUNNING"));
    private Supplier<String> metrics = () -> "kintsugi_things_total 1.0\n";
    private final StatusServer server = StatusServer.start(HERE, 0, () -> health, () -> metrics.get());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoIsWellIsLiveAndReady() throws Exception {
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").body()).isEqualTo("{\"status\":\"up\",\"state\":\"RUNNING\"}");
    }

    @Test
    void whoIsNotReadyYetIsLive() throws Exception {
        health = new Health(true, false, Map.of("state", "REBALANCING"));
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").body()).contains("\"status\":\"down\"").contains("REBALANCING");
    }

    @Test
    void whoHasFailedIsNotLive() throws Exception {
        health = new Health(false, false, Map.of());
        assertThat(get("/livez").statusCode()).isEqualTo(503);
    }

    @Test
    void metricsAreAsTheyAreWhenTheyAreAskedFor() throws Exception {
        metrics = () -> "later 1\n";
        assertThat(get("/metrics").body()).isEqualTo("later 1\n");
        assertThat(get("/metrics").headers().firstValue("Content-Type"))
                .hasValue("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void whatCannotBeAnsweredIsAnAnswerToo() throws Exception {
        metrics = () -> {
            throw new IllegalStateException("no metrics today");
        };
        assertThat(get("/metrics").statusCode()).isEqualTo(500);
    }

    @Test
    @Timeout(60)
    void slowClientsDoNotHoldUpAProbe() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 7; i++) {
                Socket client =
                        new Socket(HERE, Integer.parseInt(server.address().split(":")[1]));
                slow.add(client);
                client.getOutputStream().write("GET /livez HTTP/1.1\r\nHost:".getBytes(US_ASCII));
            }
            assertThat(get("/livez").statusCode()).isEqualTo(200);
        } finally {
            for (Socket client : slow) {
                client.close();
            }
        }
    }

    @Test
    void anUnknownPathIsToldTheKnownOnes() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(404);
        assertThat(get("/health").body()).contains("/readyz");
        assertThat(get("/livez/more").statusCode()).isEqualTo(404);
    }

    @Test
    void aBusyPortIsNamedWithWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> StatusServer.start(HERE, port, () -> health, metrics))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("--port");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://" + server.address() + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
