package dev.kintsugi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user runs them: the launcher, separate processes, signals. */
class LauncherIT {
    private static final long SECONDS = 60;

    @TempDir
    private static Path data;

    private static final Pattern READY = Pattern.compile("ready  broker (\\S+)  registry (\\S+)  data .* after .* s");

    private static final Pattern RUNNING = Pattern.compile("running  \\S+\\.stream  .*  metrics (http://\\S+)/metrics");

    private static Process broker;
    private static String bootstrap;
    private static String registry;

    @TempDir
    private Path folder;

    /** The build that runs this test has just compiled the sources: the launcher need not do so again. */
    @BeforeAll
    static void start() throws Exception {
        Files.writeString(Path.of("target", "launcher.built"), "");
        startBroker();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        broker.destroyForcibly().waitFor();
    }

    @BeforeEach
    void createTopics() throws Exception {
        Result created = kintsugi("topics", "create");
        assertThat(created.exit()).as(created.err()).isZero();
    }

    @Test
    void whatIsProducedCanBeTailedAndSaved() throws Exception {
        Result produced = kintsugi("produce", "--count", "30", "--seed", "7", "--missing", "audio=0.5");
        assertThat(produced.exit()).as(produced.err()).isZero();
        assertThat(produced.err()).contains("of 30 things").contains("again with --seed 7");

        Path saved = folder.resolve("saved");
        Result tailed = kintsugi("tail", "digits.image", "--from-beginning", "--max", "10", "--save", saved.toString());
        assertThat(tailed.exit()).as(tailed.err()).isZero();
        assertThat(tailed.out().lines()).hasSize(10).allMatch(line -> line.contains("  image  PNG, "));
        try (Stream<Path> files = Files.list(saved)) {
            assertThat(files).hasSize(10).allMatch(file -> file.toString().endsWith(".png"));
        }
    }

    @Test
    void aPictureByHandComesBackByteForByte() throws Exception {
        String topology = topology("hand");
        kintsugi("topics", "create", "--topology", topology);
        kintsugi("produce", "--count", "1", "--topology", topology);
        Path first = folder.resolve("first");
        kintsugi("tail", "hand.image", "--from-beginning", "--max", "1", "--save", first.toString());
        Path picture = onlyFile(first);

        Result sent = kintsugi(
                "produce", "--topology", topology, "--key", "mine", "--image", picture.toString(), "--label", "7");
        assertThat(sent.exit()).as(sent.err()).isZero();
        Path second = folder.resolve("second");
        kintsugi("tail", "hand.image", "--from-beginning", "--max", "2", "--save", second.toString());
        assertThat(second.resolve("mine.png")).hasSameBinaryContentAs(picture);
    }

    @Test
    void dataAndSchemasSurviveAKill() throws Exception {
        String topology = topology("survivor");
        kintsugi("topics", "create", "--topology", topology);
        kintsugi("produce", "--count", "20", "--topology", topology);
        broker.destroyForcibly().waitFor();
        startBroker();

        Result tailed = kintsugi("tail", "survivor.audio", "--from-beginning", "--max", "20", "--timeout", "30");
        assertThat(tailed.out().lines()).hasSize(20).allMatch(line -> line.contains("  audio  WAV, "));
        assertThat(kintsugi("topics", "list").out()).doesNotContain("absent");
    }

    @Test
    void aSecondBrokerOnTheSameDataIsRefusedAndTheFirstGoesOn() throws Exception {
        Result second = run(List.of("broker", "--data-dir", data.toString(), "--port", "0", "--registry-port", "0"));
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err())
                .startsWith("kintsugi: ")
                .contains(data.toString())
                .hasLineCount(1);
        assertThat(kintsugi("topics", "list").exit()).isZero();
    }

    @Test
    void aSecondBrokerOnTheSamePortIsRefused() throws Exception {
        String port = bootstrap.substring(bootstrap.lastIndexOf(':') + 1);
        String other = folder.resolve("other").toString();
        Result second = run(List.of("broker", "--data-dir", other, "--port", port, "--registry-port", "0"));
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).startsWith("kintsugi: ").contains(port).hasLineCount(1);
    }

    @Test
    void stopsInOrderWhenTerminated() throws Exception {
        broker.destroy();
        assertThat(broker.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(broker.exitValue()).isEqualTo(143);
        startBroker();
        assertThat(kintsugi("topics", "list").out()).doesNotContain("absent");
    }

    @Test
    void aStreamTellsOfItselfTakesAPublishedModelAndStopsInOrder() throws Exception {
        String topology = topology("served");
        kintsugi("topics", "create", "--topology", topology);
        Path log = folder.resolve("stream.log");
        Process stream = stream(topology, "0", log);
        String address = runningAt(stream);
        assertThat(get(address + "/livez")).startsWith("200 ");
        assertThat(get(address + "/readyz")).startsWith("200 ").contains("\"tasks\":2", "\"model\":");

        kintsugi("produce", "--count", "10", "--seed", "7", "--topology", topology);
        await().atMost(SECONDS, TimeUnit.SECONDS)
                .until(() -> get(address + "/metrics").contains("kintsugi_read_events_total{modality=\"image\"} 10.0"));
        assertThat(get(address + "/metrics")).contains("kafka_stream_thread_poll_total", "jvm_memory_used_bytes");

        Result published = kintsugi("models", "publish", "--model", "models/digits", "--topology", topology);
        assertThat(published.exit()).as(published.err()).isZero();
        String id = published.out().strip().replace("published ", "");
        assertThat(kintsugi("models", "list", "--topology", topology).out()).startsWith("* " + id);
        await().atMost(SECONDS, TimeUnit.SECONDS)
                .until(() -> get(address + "/metrics").contains("kintsugi_model_swaps_total 1.0"));

        String port = address.substring(address.lastIndexOf(':') + 1);
        Process second = stream(topology, port, folder.resolve("second.log"));
        assertThat(second.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("second.log"))).contains("port " + port, "\"level\":\"ERROR\"");

        stream.destroy();
        assertThat(stream.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.exitValue()).isEqualTo(143);
        assertThat(logged(log)).contains("Model " + id + " is in use instead of " + id, "Stopped");
    }

    @Test
    void aPausedStreamEndsWhenWhoeverLedItIsGone() throws Exception {
        String topology = topology("led");
        kintsugi("topics", "create", "--topology", topology);
        Process stream = stream(topology, "0", folder.resolve("led.log"), "--led");
        try {
            runningAt(stream);
            stream.getOutputStream().write("pause\n".getBytes(StandardCharsets.UTF_8));
            stream.getOutputStream().close();

            assertThat(stream.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.exitValue()).isZero();
        } finally {
            stream.destroyForcibly();
        }
    }

    /** The messages of a log of JSON; what the JVM itself says comes before. */
    private static List<String> logged(Path log) throws IOException {
        List<String> messages = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            if (!line.startsWith("WARNING: Using incubator modules")) {
                messages.add(new ObjectMapper()
                        .readTree(line)
                        .get("formattedMessage")
                        .asText());
            }
        }
        return messages;
    }

    private Process stream(String topology, String port, Path log, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "stream",
                "--topology",
                topology,
                "--model",
                "models/digits",
                "--port",
                port,
                "--log-format",
                "json",
                "--state-dir",
                folder.resolve("state" + port).toString(),
                "--bootstrap",
                bootstrap,
                "--registry",
                registry));
        arguments.addAll(List.of(more));
        return builder(arguments).redirectError(log.toFile()).start();
    }

    private static String runningAt(Process stream) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8));
        Matcher running = RUNNING.matcher(String.valueOf(lines.readLine()));
        assertThat(running.matches()).isTrue();
        return running.group(1);
    }

    private static String get(String address) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void helpAndVersionNeedNoBroker() throws Exception {
        assertThat(run(List.of("--version")).out()).startsWith("kintsugi ");
        assertThat(run(List.of("--help")).exit()).isZero();
        assertThat(run(List.of("nonsense")).exit()).isEqualTo(2);
    }

    private static void startBroker() throws IOException {
        broker = start(List.of("broker", "--data-dir", data.toString(), "--port", "0", "--registry-port", "0"));
        var lines = new BufferedReader(new InputStreamReader(broker.getInputStream(), StandardCharsets.UTF_8));
        Matcher ready = READY.matcher(lines.readLine());
        assertThat(ready.matches()).isTrue();
        bootstrap = ready.group(1);
        registry = ready.group(2);
    }

    /** A topology of its own for a test, so that it knows how much there is to read. */
    private String topology(String name) throws IOException {
        String digits = Files.readString(Path.of("topologies", "digits.yaml"));
        String renamed = digits.replace("digits.", name + ".").replaceFirst("name: digits", "name: " + name);
        return Files.writeString(folder.resolve(name + ".yaml"), renamed).toString();
    }

    private Result kintsugi(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap", bootstrap, "--registry", registry));
        return run(all);
    }

    private Result run(List<String> arguments) throws Exception {
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = builder(arguments).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), out, Files.readString(err));
    }

    private static Process start(List<String> arguments) throws IOException {
        return builder(arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static ProcessBuilder builder(List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(Path.of("scripts", "kintsugi").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        List.of("KINTSUGI_BOOTSTRAP", "KINTSUGI_REGISTRY", "KINTSUGI_TOPOLOGY").forEach(builder.environment()::remove);
        return builder;
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private record Result(int exit, String out, String err) {}
}
