package dev.kintsugi.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a long-running command writes its log. */
final class LogOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** As it is parsed: before the first logger is made. */
    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "text, or json: an object a line, for machines. Default: text.")
    void format(String format) {
        if (!Logging.write(format)) {
            throw new ParameterException(spec.commandLine(), "--log-format is \"" + format + "\"; use text or json");
        }
    }
}
