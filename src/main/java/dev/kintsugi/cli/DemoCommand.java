package dev.kintsugi.cli;

import dev.kintsugi.Fault;
import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.DrawnThings;
import dev.kintsugi.broker.Topics;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.data.Split;
import dev.kintsugi.demo.Demo;
import dev.kintsugi.demo.DemoSettings;
import dev.kintsugi.demo.Standing;
import dev.kintsugi.embedded.BrokerSettings;
import dev.kintsugi.embedded.EmbeddedCluster;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.topology.BundleRestoration;
import dev.kintsugi.topology.Stage;
import dev.kintsugi.topology.StreamRun;
import dev.kintsugi.topology.StreamSettings;
import dev.kintsugi.topology.StreamSettings.Guarantee;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kintsugi demo}: a broker, a registry, events and the stream that restores them, in one process. */
@Command(
        name = "demo",
        sortOptions = false,
        description = {
            "Shows it all at once: starts a Kafka broker and a schema registry, sends digits written and spoken of which"
                    + " some go missing, come late or come twice, restores what is missing, and accounts for every event.",
            "Until Ctrl-C, or for --seconds. The exit code is 0 if something was restored and nothing lost."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi demo",
            "  kintsugi demo --seconds 60 --save restored",
            "  kintsugi demo --data ~/data --rate 50"
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration RUNS_WITHIN = Duration.ofMinutes(2);
    private static final int LONGEST = 1_000_000;
    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 10_000;
    private static final Set<Stage> STAGES = EnumSet.of(Stage.PAIR, Stage.RESTORE);

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long to send; then what is under way is finished. Default: until Ctrl-C.")
    private Double seconds;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "20",
            description = "How many things a second, two events and more each. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Mixin
    private DataOption data;

    @Option(
            names = "--save",
            paramLabel = "DIR",
            description = "Save what is restored as PNG and WAV files named by key.")
    private Path save;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of what is sent and what goes wrong. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private TopologyOption topology;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "The bundle that restores; else the one that the topology names, in the checkout.")
    private Path model;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where topics and state are kept. Default: nowhere beyond the end.")
    private Path directory;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The broker's port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The registry's port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int registryPort;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        require(
                seconds == null || seconds > 0 && seconds <= LONGEST,
                "--seconds is " + seconds + "; use more than 0 and at most " + LONGEST);
        require(rate >= SLOWEST && rate <= FASTEST, "--rate is " + rate + "; use " + SLOWEST + " to " + FASTEST);
        TopologySpec wanted = suited(topology.topology());
        Logging.onlyProblems();
        DemoScreen screen =
                new DemoScreen(spec.commandLine().getOut(), spec.commandLine().getErr());
        try (Interruption interruption = new Interruption();
                DemoFolder folder = DemoFolder.of(directory);
                EmbeddedCluster cluster =
                        EmbeddedCluster.start(BrokerSettings.loopback(folder.of("broker"), port), registryPort)) {
            Connection connection = new Connection(cluster.bootstrap(), cluster.registryUrl(), Map.of());
            screen.addresses(connection, wanted);
            try (StreamRun run = stream(wanted, connection, folder.of("stream"))) {
                Demo demo = new Demo(connection, wanted, settings(), Clock.systemUTC(), screen, run::isAlive);
                interruption.calls(demo::stop);
                return conclude(screen, run(run, demo, wanted, screen));
            }
        }
    }

    private Standing run(StreamRun run, Demo demo, TopologySpec wanted, DemoScreen screen) throws InterruptedException {
        run.start();
        DrawnThings things = new DrawnThings(wanted, Datasets.open(data.places(), seed), Split.TEST, seed);
        if (!run.awaitRunning(RUNS_WITHIN)) {
            run.stop();
            run.awaitEnd();
            throw new Fault("the stream is not ready after " + RUNS_WITHIN.toSeconds()
                    + " s; try again when the machine has less to do, or see --verbose");
        }
        screen.sends(rate, wanted);
        Standing standing = demo.run(things);
        if (run.failed()) {
            run.awaitEnd();
        }
        return standing;
    }

    private StreamRun stream(TopologySpec wanted, Connection connection, Path state) {
        try (Topics topics = new Topics(connection, wanted)) {
            topics.create();
            int partitions = topics.requireForStream();
            var settings = new StreamSettings(wanted, Guarantee.EXACTLY_ONCE, 1);
            return StreamRun.of(
                    wanted,
                    STAGES,
                    connection.schemas(),
                    BundleRestoration.of(wanted, Bundle.load(bundle(wanted))),
                    partitions,
                    settings.properties(connection.forStreams(), state, "demo"));
        }
    }

    private Path bundle(TopologySpec wanted) {
        return model != null
                ? model
                : Path.of(System.getProperty("kintsugi.home", "."))
                        .resolve(wanted.model().bundle());
    }

    private DemoSettings settings() {
        return new DemoSettings(
                rate,
                Optional.ofNullable(seconds).map(each -> Duration.ofMillis(Math.round(each * 1000))),
                Optional.ofNullable(save),
                seed);
    }

    private static TopologySpec suited(TopologySpec topology) {
        if (!topology.restores()) {
            throw new Fault(
                    "the topology " + topology.name() + " has one modality, of which nothing can be restored; use"
                            + " one that pairs several, such as topologies/digits.yaml");
        }
        if (topology.pairing().patience().isEmpty()) {
            throw new Fault(
                    "the topology " + topology.name() + " has pairing.patience off, so that what is sent last would"
                            + " wait for ever; give it a duration, such as 3s");
        }
        return topology;
    }

    private int conclude(DemoScreen screen, Standing standing) {
        screen.summary(standing);
        if (standing.balance().whole()) {
            return 0;
        }
        spec.commandLine().getErr().println("kintsugi: " + DemoScreen.complaint(standing.balance()));
        return Main.FAILED;
    }

    private void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
