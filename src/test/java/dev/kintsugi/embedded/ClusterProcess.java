package dev.kintsugi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A cluster in a JVM of its own, for the deaths that a test cannot die itself. */
public final class ClusterProcess implements AutoCloseable {

    private final Process process;
    private final String bootstrap;
    private final String registryUrl;

    private ClusterProcess(Process process, String[] ready) {
        this.process = process;
        this.bootstrap = ready[1];
        this.registryUrl = ready[2];
    }

    /** Prints {@code ready} and both addresses, and runs until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        EmbeddedCluster cluster = EmbeddedCluster.start(
                BrokerSettings.loopback(Path.of(args[0]), Integer.parseInt(args[1])), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        System.out.println("ready " + cluster.bootstrap() + " " + cluster.registryUrl());
        new CountDownLatch(1).await();
    }

    public static ClusterProcess start(Path data) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClusterProcess.class.getName(),
                        data.toString(),
                        "0",
                        "0")
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        Optional<String> ready = output.lines()
                .peek(said::add)
                .filter(line -> line.startsWith("ready "))
                .findFirst();
        assertThat(ready).as("ready line among %s", said).isPresent();
        drain(output);
        return new ClusterProcess(process, ready.orElseThrow().split(" "));
    }

    /** A child whose output nobody reads stops when the pipe is full. */
    private static void drain(BufferedReader output) {
        Thread drain = new Thread(() -> readToTheEnd(output), "cluster-process-output");
        drain.setDaemon(true);
        drain.start();
    }

    private static void readToTheEnd(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException killed) {
            // the end of a child that was killed is no failure of the test
        }
    }

    public String bootstrap() {
        return bootstrap;
    }

    public String registryUrl() {
        return registryUrl;
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As {@code kill} does. */
    int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() {
        kill();
    }
}
