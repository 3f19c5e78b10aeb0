package dev.kintsugi.cli;

import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.spec.TopologySpec;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** With which model a stream begins, and whether it stays with that. */
final class ServedModelOptions {
    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "The bundle that restores until one is published with 'kintsugi models publish'; else the one"
                    + " that the topology names, in the checkout.")
    private Path directory;

    @Option(names = "--pin", description = "Stay with that bundle, whatever is published.")
    private boolean pinned;

    /** One that was asked for by name must be there, even where a published one outranks it; the usual one need not. */
    Supplier<Bundle> bundle(TopologySpec topology) {
        if (directory != null) {
            Bundle named = Bundle.load(directory);
            return () -> named;
        }
        Path usual = Path.of(System.getProperty("kintsugi.home", "."))
                .resolve(topology.model().bundle());
        return () -> Bundle.load(usual);
    }

    boolean pinned() {
        return pinned;
    }
}
