package dev.kintsugi.cli;

import dev.kintsugi.broker.TopicState;
import dev.kintsugi.broker.TopicState.Status;
import dev.kintsugi.broker.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kintsugi topics}: what a topology file names, on a broker. */
@Command(
        name = "topics",
        description = "Creates, lists or deletes a topology's topics.",
        synopsisSubcommandLabel = "(create | list | delete)",
        subcommands = {TopicsCommand.Create.class, TopicsCommand.ListAll.class, TopicsCommand.Delete.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi topics create",
            "  kintsugi topics list --topology topologies/two-scripts.yaml --bootstrap kafka-1:9092"
        })
final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing one of create, list, delete");
    }

    /** What the three have in common. */
    abstract static class OnTopics implements Runnable {
        @Mixin
        private TopologyOption topology;

        @Mixin
        private ConnectionOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            try (Topics topics = new Topics(options.connection(), topology.topology())) {
                print(apply(topics), spec.commandLine().getOut());
            }
        }

        abstract List<TopicState> apply(Topics topics);

        private static void print(List<TopicState> states, PrintWriter out) {
            int width = states.stream()
                    .mapToInt(state -> state.wanted().name().length())
                    .max()
                    .orElse(0);
            for (TopicState state : states) {
                out.printf(
                        "%-" + width + "s  %-7s  %s%n",
                        state.wanted().name(),
                        state.status().name().toLowerCase(Locale.ROOT),
                        details(state));
            }
        }

        private static String details(TopicState state) {
            if (!state.differences().isEmpty()) {
                return "with other settings: " + String.join(", ", state.differences());
            }
            int partitions = state.wanted().partitions();
            return state.status() == Status.DELETED
                    ? ""
                    : partitions + (partitions == 1 ? " partition" : " partitions");
        }
    }

    @Command(
            name = "create",
            description =
                    "Creates those that are not there, and registers the schemas of their records. What exists with"
                            + " other settings is told, and left as it is.")
    static final class Create extends OnTopics {
        @Override
        List<TopicState> apply(Topics topics) {
            return topics.create();
        }
    }

    @Command(name = "list", description = "Tells which are there, and with which settings.")
    static final class ListAll extends OnTopics {
        @Override
        List<TopicState> apply(Topics topics) {
            return topics.list();
        }
    }

    @Command(
            name = "delete",
            description = "Deletes them and all that is in them, without asking. The schemas stay registered.")
    static final class Delete extends OnTopics {
        @Override
        List<TopicState> apply(Topics topics) {
            return topics.delete();
        }
    }
}
