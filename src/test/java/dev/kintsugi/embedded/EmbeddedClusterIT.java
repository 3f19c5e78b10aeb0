package dev.kintsugi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterIT {

    private static final String VERSION_1 = "{\"subject\":\"s\",\"version\":1,\"id\":1,\"schema\":\"\\\"int\\\"\"}";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void keepsItsSchemasOverARestart() throws Exception {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(BrokerSettings.loopback(data, 0), 0)) {
            register(cluster.registryUrl(), "int");
        }
        try (EmbeddedCluster cluster = EmbeddedCluster.start(BrokerSettings.loopback(data, 0), 0)) {
            assertThat(latest(cluster.registryUrl())).isEqualTo(VERSION_1);
            assertThat(register(cluster.registryUrl(), "long")).isEqualTo("{\"id\":2}");
        }
    }

    @Test
    void losesNothingToAKill() throws Exception {
        try (ClusterProcess first = ClusterProcess.start(data)) {
            new Topic(first.bootstrap(), "t").created().write("a", "b");
            register(first.registryUrl(), "int");
            first.kill();
        }
        try (ClusterProcess second = ClusterProcess.start(data)) {
            Topic topic = new Topic(second.bootstrap(), "t");
            topic.write("c");
            assertThat(topic.read(3)).containsExactly("a", "b", "c");
            assertThat(latest(second.registryUrl())).isEqualTo(VERSION_1);
        }
    }

    @Test
    void endsWhenTold() throws Exception {
        try (ClusterProcess cluster = ClusterProcess.start(data)) {
            // 128 + SIGTERM, which is how a JVM ends that was told to
            assertThat(cluster.terminate()).isEqualTo(143);
        }
        try (EmbeddedCluster again = EmbeddedCluster.start(BrokerSettings.loopback(data, 0), 0)) {
            assertThat(again.bootstrap()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void refusesADirectoryThatAnotherProcessHas() throws Exception {
        try (ClusterProcess first = ClusterProcess.start(data)) {
            assertThatThrownBy(() -> EmbeddedCluster.start(BrokerSettings.loopback(data, 0), 0))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining(data + " is in use by another broker");
            assertThat(register(first.registryUrl(), "int")).isEqualTo("{\"id\":1}");
        }
    }

    @Test
    void refusesABusyRegistryPortBeforeItTouchesTheDirectory() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(BrokerSettings.LOOPBACK))) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> EmbeddedCluster.start(BrokerSettings.loopback(data, 0), port))
                    .isInstanceOf(Fault.class)
                    .hasMessageStartingWith("registry port 127.0.0.1:" + port + " cannot be bound");
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void refusesASecondRegistryOnItsPort() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.loopback(data, 0));
                EmbeddedRegistry registry = EmbeddedRegistry.start("127.0.0.1", 0, broker.bootstrap())) {
            int port = URI.create(registry.url()).getPort();
            assertThatThrownBy(() -> EmbeddedRegistry.start("127.0.0.1", port, broker.bootstrap()))
                    .isInstanceOf(Fault.class)
                    .hasMessageStartingWith("registry port 127.0.0.1:" + port + " cannot be bound");
            assertThat(register(registry.url(), "int")).isEqualTo("{\"id\":1}");
        }
    }

    private String register(String url, String type) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subjects/s/versions"))
                .POST(BodyPublishers.ofString("{\"schema\":\"\\\"" + type + "\\\"\"}"))
                .build();
        return send(request);
    }

    private String latest(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + "/subjects/s/versions/latest"))
                .build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
