package dev.kintsugi.cli;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.Topics;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.topology.BundleRestoration;
import dev.kintsugi.topology.Restoration;
import dev.kintsugi.topology.Stage;
import dev.kintsugi.topology.StreamRun;
import dev.kintsugi.topology.StreamSettings;
import dev.kintsugi.topology.StreamSettings.Guarantee;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kintsugi stream}: pairs and restores, until it is stopped. */
@Command(
        name = "stream",
        sortOptions = false,
        description = {
            "Pairs the events of a topology, and restores the sides that never come, until Ctrl-C.",
            "Run it on several machines, or several times with a --state-dir of its own each, and they share the work."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi stream",
            "  kintsugi stream --topology topologies/two-scripts.yaml --model models/two-scripts --instances 2",
            "  kintsugi stream --stages pair --processing at-least-once"
        })
final class StreamCommand implements Runnable {
    private static final Duration TOLD_WITHIN = Duration.ofDays(1);
    private static final int MOST_THREADS = 64;

    @Mixin
    private TopologyOption topology;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "The bundle that restores; else the one that the topology names, in the checkout.")
    private Path model;

    @Mixin
    private StagesOption stages;

    @Mixin
    private ConnectionOptions options;

    @Option(
            names = "--processing",
            paramLabel = "GUARANTEE",
            defaultValue = "exactly-once",
            description = "exactly-once or at-least-once. Default: ${DEFAULT-VALUE}.")
    private String processing;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that share the partitions, in this process. Default: ${DEFAULT-VALUE}.")
    private int instances;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = "${sys:user.home}/.kintsugi/stream",
            description = "Where state is kept, so that a restart is quick. Default: ${DEFAULT-VALUE}.")
    private Path state;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        TopologySpec wanted = topology.topology();
        Set<Stage> which = stages.stages();
        StreamSettings settings = new StreamSettings(wanted, guarantee(), instances());
        try (Interruption interruption = new Interruption();
                StreamRun run = prepared(settings, which, options.connection())) {
            interruption.calls(run::stop);
            run.start();
            follow(run, settings, which);
        }
    }

    /** Asks, before anything is read, for what only the running system knows. */
    private StreamRun prepared(StreamSettings settings, Set<Stage> which, Connection connection) {
        TopologySpec wanted = settings.topology();
        Supplier<Restoration> models = models(wanted, which);
        try (Topics topics = new Topics(connection, wanted)) {
            int partitions = topics.requireForStream();
            topics.registerSchemas();
            Properties properties = settings.properties(connection.forStreams(), state.toAbsolutePath(), member());
            return StreamRun.of(wanted, which, connection.schemas(), models, partitions, properties);
        }
    }

    private Supplier<Restoration> models(TopologySpec wanted, Set<Stage> which) {
        if (!which.contains(Stage.RESTORE)) {
            return () -> {
                throw new IllegalStateException("nothing is restored");
            };
        }
        return BundleRestoration.of(wanted, Bundle.load(bundle(wanted)));
    }

    private Path bundle(TopologySpec wanted) {
        return model != null
                ? model
                : Path.of(System.getProperty("kintsugi.home", "."))
                        .resolve(wanted.model().bundle());
    }

    private void follow(StreamRun run, StreamSettings settings, Set<Stage> which) {
        try {
            if (run.awaitRunning(TOLD_WITHIN)) {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "running  %s  stages %s  %s  state %s%n",
                                settings.applicationId(),
                                which.stream().map(Stage::text).collect(Collectors.joining(",")),
                                processing,
                                state);
            }
            run.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Guarantee guarantee() {
        return switch (processing.toLowerCase(Locale.ROOT)) {
            case "exactly-once" -> Guarantee.EXACTLY_ONCE;
            case "at-least-once" -> Guarantee.AT_LEAST_ONCE;
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "--processing is \"" + processing + "\"; use exactly-once or at-least-once");
        };
    }

    private int instances() {
        if (instances < 1 || instances > MOST_THREADS) {
            throw new ParameterException(
                    spec.commandLine(), "--instances is " + instances + "; use 1 to " + MOST_THREADS);
        }
        return instances;
    }

    /** The same after a restart, and another's elsewhere: where state is kept, on which machine. */
    private String member() {
        return host().orElse("here") + "-"
                + Integer.toHexString(
                        state.toAbsolutePath().normalize().toString().hashCode());
    }

    private static Optional<String> host() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
