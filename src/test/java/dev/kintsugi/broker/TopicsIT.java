package dev.kintsugi.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kintsugi.Fault;
import dev.kintsugi.broker.TopicState.Status;
import dev.kintsugi.embedded.BrokerSettings;
import dev.kintsugi.embedded.EmbeddedCluster;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsIT {
    private static EmbeddedCluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path data) {
        cluster = EmbeddedCluster.start(BrokerSettings.loopback(data, 0), 0);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void createsWhatTheFileNamesWithItsSettings() throws Exception {
        try (Topics topics = topics("created", "{partitions: 3}")) {
            assertThat(topics.create()).allMatch(state -> state.status() == Status.CREATED);
            await().untilAsserted(() -> assertThat(topics.list()).allSatisfy(state -> {
                assertThat(state.status()).isEqualTo(Status.EXISTS);
                assertThat(state.differences()).isEmpty();
            }));
            assertThat(topics.list())
                    .extracting(state -> state.wanted().name())
                    .contains("created.image", "created.dlq");
        }
        try (Admin admin = connection().admin()) {
            var image = admin.describeTopics(Set.of("created.image"))
                    .allTopicNames()
                    .get()
                    .get("created.image");
            assertThat(image.partitions()).hasSize(3);
        }
    }

    @Test
    void createsOnlyWhatIsNotThere() throws Exception {
        try (Topics topics = topics("twice", "{partitions: 1}");
                Admin admin = connection().admin()) {
            topics.create();
            admin.deleteTopics(Set.of("twice.audio")).all().get();
            await().until(() -> !admin.listTopics().names().get().contains("twice.audio"));
            assertThat(topics.create())
                    .filteredOn(state -> state.status() == Status.CREATED)
                    .extracting(state -> state.wanted().name())
                    .containsExactly("twice.audio");
        }
    }

    @Test
    void tellsWhatExistsWithOtherSettingsAndLeavesIt() {
        try (Topics two = topics("other", "{partitions: 2, inputs: {retention: 1d}}")) {
            two.create();
        }
        try (Topics four = topics("other", "{partitions: 4, inputs: {retention: 2d}}")) {
            TopicState image = state(four.create(), "other.image");
            assertThat(image.status()).isEqualTo(Status.EXISTS);
            assertThat(image.differences())
                    .containsExactly("partitions 2 instead of 4", "retention.ms 86400000 instead of 172800000");
            assertThat(state(four.list(), "other.image").differences()).hasSize(2);
        }
    }

    @Test
    void registersTheSchemasAndHoldsThemToTheirPast() throws Exception {
        try (Topics topics = topics("schemas", "{partitions: 1}")) {
            topics.create();
        }
        assertThat(get("/subjects?subjectPrefix=schemas"))
                .contains("schemas.image-value", "schemas.audio.restored-value", "schemas.observations-value");
        assertThat(get("/config/schemas.image-value")).contains("BACKWARD_TRANSITIVE");
    }

    @Test
    void deletesWhatIsThere() {
        try (Topics topics = topics("gone", "{partitions: 1}")) {
            topics.create();
            assertThat(topics.delete()).allMatch(state -> state.status() == Status.DELETED);
            await().untilAsserted(() -> assertThat(topics.list()).allMatch(state -> state.status() == Status.ABSENT));
            assertThat(topics.delete()).allMatch(state -> state.status() == Status.ABSENT);
        }
    }

    @Test
    void saysWhatToDoWhenNoBrokerAnswers() {
        Map<String, String> impatient = Map.of("default.api.timeout.ms", "1000", "request.timeout.ms", "500");
        Connection nobody = new Connection("localhost:1", "http://localhost:1", impatient);
        try (Topics topics = new Topics(nobody, topology("none", "{partitions: 1}"))) {
            assertThatThrownBy(topics::list)
                    .isInstanceOf(Fault.class)
                    .hasMessage(
                            "no Kafka broker answers at localhost:1; start one with 'kintsugi broker', or name yours"
                                    + " with --bootstrap");
        }
    }

    private Topics topics(String name, String settings) {
        return new Topics(connection(), topology(name, settings));
    }

    private TopologySpec topology(String name, String settings) {
        String text = """
                name: %s
                modalities:
                  image: {kind: image}
                  audio: {kind: audio}
                topics: %s
                """.formatted(name, settings);
        try {
            return TopologyFile.read(Files.writeString(folder.resolve(name + ".yaml"), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection connection() {
        return new Connection(cluster.bootstrap(), cluster.registryUrl(), Map.of());
    }

    private static TopicState state(List<TopicState> states, String name) {
        return states.stream()
                .filter(state -> state.wanted().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(cluster.registryUrl() + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
