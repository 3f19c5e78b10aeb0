package dev.kintsugi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code kintsugi}: the command that holds the others. */
@Command(
        name = "kintsugi",
        version = "kintsugi 0.1.0",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description = "Pairs image and audio events on Kafka, and restores the side that never came.",
        subcommands = {
            DemoCommand.class,
            BrokerCommand.class,
            TopicsCommand.class,
            ProduceCommand.class,
            TailCommand.class,
            StreamCommand.class,
            TopologyCommand.class,
            ModelsCommand.class,
            TrainCommand.class,
            TrustCommand.class,
            EvaluateCommand.class,
            RestoreCommand.class,
            GenerateCommand.class,
            InterpolateCommand.class,
            ReportCommand.class,
            JudgesCommand.class,
            BenchCommand.class,
        },
        sortOptions = false,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi demo                   all of it at once, to watch",
            "  kintsugi broker                 a broker and a schema registry, here",
            "  kintsugi topics create          on it, the topics of topologies/digits.yaml",
            "  kintsugi produce --count 1000   a thousand spoken and handwritten digits",
            "  kintsugi tail digits.image --from-beginning --max 10 --save out",
            "",
            "'kintsugi COMMAND --help' tells more of each."
        })
public final class Main implements Runnable {
    static final int FAILED = 1;

    /** Done, but for some inputs that could not be used. */
    static final int PARTLY = 3;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Log in detail, and show stack traces.")
    void verbose(boolean wanted) {
        if (wanted) {
            Logging.openUp();
        }
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FaultPrinter());
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), UTF_8), true);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing a command");
    }
}
