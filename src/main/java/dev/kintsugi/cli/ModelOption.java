package dev.kintsugi.cli;

import dev.kintsugi.mvae.bundle.Bundle;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which model, for every command that asks one. */
final class ModelOption {

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "The directory of the bundle. Default: the checkout's models/digits.")
    private Path directory;

    Bundle bundle() {
        return Bundle.load(directory());
    }

    Path directory() {
        return directory != null ? directory : shipped("digits");
    }

    /** What came with the program. */
    static Path shipped(String name) {
        return Path.of(System.getProperty("kintsugi.home", "."), "models", name);
    }
}
