package dev.kintsugi.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which judges, for every command that has something judged. */
final class JudgesOption {

    @Option(
            names = "--judges",
            paramLabel = "DIR",
            description =
                    "The judges, who say whether what a model made is right. Default: the checkout's models/judges.")
    private Optional<Path> directory;

    Path directory() {
        return directory.orElseGet(() -> ModelOption.shipped("judges"));
    }
}
