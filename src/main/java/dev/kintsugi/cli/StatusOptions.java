package dev.kintsugi.cli;

import dev.kintsugi.web.Health;
import dev.kintsugi.web.StatusServer;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a long-running command answers for its health and metrics. */
final class StatusOptions {
    private static final String OFF = "off";
    private static final int HIGHEST = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9464",
            description =
                    "Where /livez, /readyz and /metrics are; 0 for any free port, or off. Default: ${DEFAULT-VALUE}.")
    private String port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to answer on; 0.0.0.0 for all, which lets anybody on the network read. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String host;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** Nothing where the port is off. */
    Optional<StatusServer> serve(Supplier<Health> health, Supplier<String> metrics) {
        return port.equals(OFF) ? Optional.empty() : Optional.of(StatusServer.start(host, number(), health, metrics));
    }

    /** Whether the options make sense; to be asked before anything is begun. */
    void require() {
        if (!port.equals(OFF)) {
            number();
        }
    }

    private int number() {
        int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : HIGHEST + 1;
        if (number > HIGHEST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--port is \"" + port + "\"; use 1 to " + HIGHEST + ", 0 for any free port, or off");
        }
        return number;
    }
}
