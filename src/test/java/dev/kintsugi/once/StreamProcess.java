package dev.kintsugi.once;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code kintsugi stream} in a JVM of its own, to be killed. */
final class StreamProcess implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    private final Process process;

    private StreamProcess(Process process) {
        this.process = process;
    }

    /** @param folder where its state is kept, and what it says */
    static StreamProcess start(Path topology, Path folder, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "--add-modules",
                "jdk.incubator.vector",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.kintsugi.cli.Main",
                "stream",
                "--port",
                "off",
                "--topology",
                topology.toString(),
                "--state-dir",
                folder.resolve("state").toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("stream.log").toFile()));
        return new StreamProcess(builder.start());
    }

    boolean alive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As {@code kill} does; answers whether it ended in order. */
    boolean terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        kill();
    }
}
