package dev.kintsugi.cli;

import dev.kintsugi.studio.Model;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which model, for every command that asks one. */
final class ModelOption {

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "The model's bundle; else the checkout's models/digits.")
    private Path directory;

    Model open() {
        return Model.open(
                directory != null ? directory : Path.of(System.getProperty("kintsugi.home", "."), "models", "digits"));
    }
}
