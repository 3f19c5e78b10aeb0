package dev.kintsugi.cli;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.topology.StreamRun;
import dev.kintsugi.topology.StreamSettings;
import dev.kintsugi.topology.StreamSettings.Guarantee;
import java.nio.file.Path;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kintsugi bench outer-join}: the process that {@code bench stream} compares pairing with. */
@Command(
        name = "outer-join",
        hidden = true,
        description = "Joins a topology's two sides as Kafka Streams' own outer join does, until Ctrl-C.")
final class OuterJoinCommand implements Runnable {
    @Mixin
    private TopologyOption topology;

    @Mixin
    private ConnectionOptions options;

    @Option(names = "--processing", defaultValue = "exactly-once", description = "exactly-once or at-least-once.")
    private String processing;

    @Option(names = "--instances", defaultValue = "1", description = "Threads that share the partitions.")
    private int instances;

    @Option(names = "--state-dir", required = true, description = "Where state is kept.")
    private Path state;

    @Mixin
    private LedOption led;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        TopologySpec what = topology.topology();
        Connection connection = options.connection();
        Guarantee guarantee = processing.equals("at-least-once") ? Guarantee.AT_LEAST_ONCE : Guarantee.EXACTLY_ONCE;
        Properties properties = new StreamSettings(what, guarantee, instances)
                .properties(connection.forStreams(), state.toAbsolutePath(), "join");
        try (Interruption interruption = new Interruption();
                StreamRun run = StreamRun.joining(what, connection.schemas(), properties)) {
            interruption.calls(run::stop);
            run.start();
            led.lead(run);
            spec.commandLine().getOut().println("running");
            run.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
