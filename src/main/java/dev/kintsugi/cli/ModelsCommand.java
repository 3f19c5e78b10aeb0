package dev.kintsugi.cli;

import dev.kintsugi.broker.Connection;
import dev.kintsugi.broker.ModelPublisher;
import dev.kintsugi.broker.ModelTopic;
import dev.kintsugi.broker.PublishedModel;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.topology.BundleFit;
import java.io.PrintWriter;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kintsugi models}: what is published for running streams to use. */
@Command(
        name = "models",
        description = {
            "Publishes models to running streams, or tells which are published.",
            "A stream takes the one in use up between two batches, without a restart, unless it was started with --pin."
        },
        synopsisSubcommandLabel = "(publish | list | use)",
        subcommands = {ModelsCommand.Publish.class, ModelsCommand.ListAll.class, ModelsCommand.Use.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi models publish --model models/mine",
            "  kintsugi models list",
            "  kintsugi models use 9c1d4e     back to one published before"
        })
final class ModelsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing one of publish, list, use");
    }

    /** What the three have in common. */
    abstract static class OnModels implements Runnable {
        @Mixin
        private TopologyOption topology;

        @Mixin
        private ConnectionOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            apply(options.connection(), topology.topology(), spec.commandLine().getOut());
        }

        abstract void apply(Connection connection, TopologySpec topology, PrintWriter out);
    }

    @Command(
            name = "publish",
            description = "Publishes a bundle, which running streams then use; the oldest beyond the topology's"
                    + " retrain.keep are removed.")
    static final class Publish extends OnModels {
        @Mixin
        private ModelOption model;

        @Override
        void apply(Connection connection, TopologySpec topology, PrintWriter out) {
            Bundle bundle = model.bundle();
            BundleFit.require(topology, bundle);
            try (ModelPublisher publisher = new ModelPublisher(connection, topology)) {
                publisher.publish(bundle.id(), bundle.toBytes(), Instant.now());
            }
            out.println("published " + bundle.shortId());
        }
    }

    @Command(name = "list", description = "Tells which are published, the latest last; * marks the one in use.")
    static final class ListAll extends OnModels {
        @Override
        void apply(Connection connection, TopologySpec topology, PrintWriter out) {
            try (ModelTopic topic = ModelTopic.read(connection, topology)) {
                topic.models()
                        .forEach(model -> out.printf(
                                "%s %s  published %s%n",
                                model.chosen() ? "*" : " ", Bundle.shortId(model.id()), model.publishedAt()));
            }
        }
    }

    @Command(name = "use", description = "Tells running streams to use one that was published before.")
    static final class Use extends OnModels {
        @Parameters(paramLabel = "ID", description = "The model's id, or its first digits.")
        private String id;

        @Override
        void apply(Connection connection, TopologySpec topology, PrintWriter out) {
            try (ModelPublisher publisher = new ModelPublisher(connection, topology)) {
                PublishedModel used = publisher.use(id, Instant.now());
                out.println("in use " + Bundle.shortId(used.id()));
            }
        }
    }
}
