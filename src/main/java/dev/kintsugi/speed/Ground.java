package dev.kintsugi.speed;

import dev.kintsugi.Fault;
import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.Topics;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.topology.StreamSettings;
import dev.kintsugi.topology.StreamSettings.Guarantee;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a measurement takes place: a broker and a registry in a process of their own, and a folder that goes in the end. */
public final class Ground implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(1);
    private static final Duration RESTORE_WITHIN = Duration.ofMinutes(15);
    private static final Pattern READY = Pattern.compile("ready +broker (\\S+) +registry (\\S+) .*");

    private static final String MOST_MEMORY = "-Xmx";

    private final Child.Launch streams;
    private final Child.Launch steady;
    private final Path folder;
    private final Child broker;
    private final Connection connection;

    private Ground(Child.Launch streams, Child.Launch steady, Path folder, Child broker, Connection connection) {
        this.streams = streams;
        this.steady = steady;
        this.folder = folder;
        this.broker = broker;
        this.connection = connection;
    }

    /**
     * Starts the broker.
     *
     * @param options of the stream's JVM
     */
    public static Ground open(Child.Launch launch, List<String> options) {
        Path folder = folder();
        Child broker = Child.start(
                launch.with(List.of("-Xmx1g")),
                "broker",
                "ready",
                List.of("broker", "--data-dir", folder.resolve("broker") + "", "--port", "0", "--registry-port", "0"));
        try {
            Matcher addresses = READY.matcher(broker.awaitReady(START_WITHIN));
            if (!addresses.matches()) {
                throw new IllegalStateException("a broker that is ready names its addresses");
            }
            Connection connection = new Connection(addresses.group(1), addresses.group(2), Map.of());
            Child.Launch streams = launch.with(options);
            return new Ground(streams, streams.with(touched(options)), folder, broker, connection);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** What gives a JVM all the heap that it may have before it begins. */
    private static List<String> touched(List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith(MOST_MEMORY))
                .flatMap(most -> Stream.of(most.replace(MOST_MEMORY, "-Xms"), "-XX:+AlwaysPreTouch"))
                .toList();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("kintsugi-bench");
        } catch (IOException e) {
            throw new Fault("no temporary folder can be made: " + e.getMessage() + "; set -Djava.io.tmpdir", e);
        }
    }

    Connection connection() {
        return connection;
    }

    Child broker() {
        return broker;
    }

    /** The topology of a trial, its topics made. */
    TopologySpec prepare(Trial trial) {
        TopologySpec topology = Trial.read(trial.write(folder));
        try (Topics topics = new Topics(connection, topology)) {
            topics.create();
        }
        return topology;
    }

    /** Starts {@code kintsugi stream}, or the join, on a trial that was prepared, and waits until it runs. */
    Child stream(Trial trial, Running how) {
        return start(streams, trial, how, command(how));
    }

    /**
     * The same for one that obeys what it is told, {@code pause} and {@code resume}, and ends when nobody can tell it more. It
     * has all its heap from the start: what a page costs that is touched first is no matter of the stream's.
     */
    Child led(Trial trial, Running how) {
        List<String> command = new ArrayList<>(command(how));
        command.add("--led");
        return start(steady, trial, how, command);
    }

    private static List<String> command(Running how) {
        return how.isOuterJoin()
                ? List.of("bench", "outer-join")
                : List.of("stream", "--port", "off", "--stages", how.stages());
    }

    /** The settings of Kafka that such a stream has. */
    Map<String, String> settings(Trial trial, Running how) {
        Guarantee guarantee =
                how.processing().equals(Running.EXACTLY_ONCE) ? Guarantee.EXACTLY_ONCE : Guarantee.AT_LEAST_ONCE;
        TopologySpec topology = Trial.read(folder.resolve(trial.name() + ".yaml"));
        Map<String, String> all = new TreeMap<>(new StreamSettings(topology, guarantee, how.threads()).ours());
        all.putAll(how.settings());
        return all;
    }

    private Child start(Child.Launch launch, Trial trial, Running how, List<String> command) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("--topology", folder.resolve(trial.name() + ".yaml").toString()));
        line.addAll(List.of("--bootstrap", connection.bootstrap(), "--registry", connection.registry()));
        line.addAll(List.of("--state-dir", state(trial).toString()));
        line.addAll(List.of("--processing", how.processing(), "--instances", how.threads() + ""));
        line.addAll(List.of("--config", config(trial, how).toString()));
        Child child = Child.start(launch, trial.name(), "running", line);
        try {
            child.awaitReady(RESTORE_WITHIN);
            return child;
        } catch (RuntimeException e) {
            child.close();
            throw e;
        }
    }

    /** Deletes all topics of a trial, which take memory for files from those that follow. Another's, which it read, stay. */
    void clear(Trial trial) {
        forget(trial);
        try (Topics topics = new Topics(connection, Trial.read(folder.resolve(trial.name() + ".yaml")))) {
            topics.deleteNamed(trial.name() + ".");
        }
    }

    /** What is kept of a stream's state between two runs is lost. */
    void forget(Trial trial) {
        delete(state(trial));
    }

    /** One below the folder that goes in the end. */
    Path folder(String name) {
        return folder.resolve(name);
    }

    private Path state(Trial trial) {
        return folder.resolve(trial.name() + "-state");
    }

    private Path config(Trial trial, Running how) {
        Path file = folder.resolve(trial.name() + ".properties");
        Properties properties = new Properties();
        properties.putAll(how.settings());
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        broker.close();
        delete(folder);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new Fault(folder + " cannot be deleted: " + e.getMessage() + "; delete it by hand", e);
        }
    }
}
