package dev.kintsugi.once;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code kintsugi stream} in a JVM of its own, as a user starts it, to be killed. */
final class StreamProcess implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    private final Process process;

    private StreamProcess(Process process) {
        this.process = process;
    }

    /** @param folder where its state is kept, and what it says */
    static StreamProcess start(Path topology, Path folder, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of("scripts", "kintsugi").toString(),
                "stream",
                "--topology",
                topology.toString(),
                "--state-dir",
                folder.resolve("state").toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("stream.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KINTSUGI_JAVA_OPTS", "-Xmx1g");
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
