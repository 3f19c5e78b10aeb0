package dev.kintsugi.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the group knows a stream's process by. */
final class MemberOption {

    @Option(
            names = "--member",
            paramLabel = "NAME",
            description = "What the group knows this process by: the same after a restart, which then takes up its"
                    + " partitions at once, and another's elsewhere. Default: the host's name and the --state-dir.")
    private String member;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** @param state where this process keeps its state */
    String name(Path state) {
        if (member == null) {
            return host().orElse("here") + "-"
                    + Integer.toHexString(
                            state.toAbsolutePath().normalize().toString().hashCode());
        }
        // Kafka's own rule, less what Kafka Streams appends.
        if (!member.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--member is \"" + member + "\"; use 1 to 200 letters, digits, dots, underscores and hyphens");
        }
        return member;
    }

    private static Optional<String> host() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
