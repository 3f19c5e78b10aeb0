package dev.kintsugi.cli;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.Topics;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.telemetry.Meters;
import dev.kintsugi.telemetry.Prometheus;
import dev.kintsugi.topology.Stage;
import dev.kintsugi.topology.StreamRun;
import dev.kintsugi.topology.StreamSettings;
import dev.kintsugi.topology.StreamSettings.Guarantee;
import dev.kintsugi.web.Health;
import dev.kintsugi.web.StatusServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            "Run it on several machines, or several times with a --state-dir and --port of its own each, and they share"
                    + " the work."
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

    @Mixin
    private ServedModelOptions model;

    @Mixin
    private StagesOption stages;

    @Mixin
    private ConnectionOptions options;

    @Option(
            names = "--processing",
            paramLabel = "GUARANTEE",
            defaultValue = "exactly-once",
            description =
                    "exactly-once or at-least-once. At least once, a kill repeats what was sent within the last commit"
                            + " interval (1 s). Default: ${DEFAULT-VALUE}.")
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

    @Mixin
    private MemberOption member;

    @Mixin
    private StatusOptions status;

    @Mixin
    private LogOptions logs;

    @Mixin
    private LedOption led;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        status.require();
        TopologySpec wanted = topology.topology();
        Set<Stage> which = stages.stages();
        StreamSettings settings = new StreamSettings(wanted, guarantee(), instances());
        String name = member.name(state);
        Connection connection = options.connection();
        Supplier<Bundle> bundle = model.bundle(wanted);
        int partitions = partitions(wanted, connection);
        try (Interruption interruption = new Interruption();
                Prometheus metrics = new Prometheus();
                ServedModel models = models(wanted, which, connection, bundle, metrics.meters());
                StreamRun run = StreamRun.of(
                        wanted,
                        which,
                        connection.schemas(),
                        models.forTasks(),
                        partitions,
                        settings.properties(connection.forStreams(), state.toAbsolutePath(), name),
                        metrics.meters())) {
            interruption.calls(run::stop);
            Optional<StatusServer> server = status.serve(() -> health(run, models), metrics::scrape);
            try {
                run.start();
                led.lead(run);
                follow(run, settings, server);
            } finally {
                server.ifPresent(StatusServer::close);
            }
        }
    }

    /** Asks, before anything is read, for what only the running system knows. */
    private static int partitions(TopologySpec wanted, Connection connection) {
        try (Topics topics = new Topics(connection, wanted)) {
            int partitions = topics.requireForStream();
            topics.registerSchemas();
            return partitions;
        }
    }

    private ServedModel models(
            TopologySpec wanted, Set<Stage> which, Connection connection, Supplier<Bundle> bundle, Meters meters) {
        return which.contains(Stage.RESTORE)
                ? new ServedModel(wanted, connection, bundle, model.pinned(), meters)
                : ServedModel.none();
    }

    /**
     * Ready with no partitions too: one of more processes than partitions stands by, and a deployment that waits for it
     * would wait for ever.
     */
    private static Health health(StreamRun run, ServedModel models) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", run.state());
        details.put("tasks", run.tasks());
        models.id().ifPresent(id -> details.put("model", id));
        return new Health(run.isAlive(), run.isRunning(), details);
    }

    private void follow(StreamRun run, StreamSettings settings, Optional<StatusServer> server) {
        try {
            if (run.awaitRunning(TOLD_WITHIN)) {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "running  %s  stages %s  %s  state %s%s%n",
                                settings.applicationId(),
                                stages.stages().stream().map(Stage::text).collect(Collectors.joining(",")),
                                processing,
                                state,
                                server.map(it -> "  metrics http://" + it.address() + "/metrics")
                                        .orElse(""));
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
}
