package dev.kintsugi.speed;

import dev.kintsugi.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command of Kintsugi in a JVM of its own, which ends with this one. */
public final class Child implements AutoCloseable {
    private static final Duration END_WITHIN = Duration.ofSeconds(60);

    private final String what;
    private final Process process;
    private final Path log;
    private final Thread hook;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    /**
     * How commands are started.
     *
     * @param java the JVM, its options and class path, and the main class
     */
    public record Launch(List<String> java, Path logs) {
        public Launch {
            java = List.copyOf(java);
        }

        /** The same with another option of the JVM, or several. */
        public Launch with(List<String> options) {
            List<String> longer = new ArrayList<>(java);
            longer.addAll(1, options);
            return new Launch(longer, logs);
        }
    }

    private Child(String what, Process process, Path log) {
        this.what = what;
        this.process = process;
        this.log = log;
        this.hook = new Thread(process::destroyForcibly, "end-of-" + what);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts a command; its log goes to a file.
     *
     * @param sign how the line begins by which it says that it is ready
     */
    public static Child start(Launch launch, String what, String sign, List<String> arguments) {
        List<String> line = new ArrayList<>(launch.java());
        line.addAll(arguments);
        Path log = launch.logs().resolve(what + ".log");
        try {
            Process process =
                    new ProcessBuilder(line).redirectError(log.toFile()).start();
            Child child = new Child(what, process, log);
            Thread reader = new Thread(() -> child.listen(sign), what + "-output");
            reader.setDaemon(true);
            reader.start();
            return child;
        } catch (IOException e) {
            throw new Fault("the " + what + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Reads on when the sign has come: a child whose output nobody reads stops when the pipe is full. */
    private void listen(String sign) {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = output.readLine()) != null) {
                if (line.startsWith(sign)) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(new UncheckedIOException(e));
        }
        ready.completeExceptionally(new IOException("it ended"));
    }

    /** The line by which it says that it is ready. */
    public String awaitReady(Duration most) {
        try {
            return ready.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Fault("the " + what + " ended before it was ready; " + log + " says why", e);
        } catch (TimeoutException e) {
            throw new Fault("the " + what + " was not ready within " + most.toSeconds() + " s; see " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("interrupted while waiting for the " + what, e);
        }
    }

    /** Says a line to it, on its standard input. */
    void say(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            requireAlive();
            throw new Fault("the " + what + " cannot be told to " + line + ": " + e.getMessage() + "; see " + log, e);
        }
    }

    public Usage usage() {
        return Usage.of(process.toHandle());
    }

    /** @throws Fault if it has ended by itself */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new Fault("the " + what + " has ended with " + process.exitValue() + "; see " + log);
        }
    }

    /** As {@code kill} does; waits for an orderly end, though not for ever. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
