package dev.kintsugi.cli;

import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which topology, for every command that needs one. */
final class TopologyOption {

    @Option(
            names = "--topology",
            paramLabel = "FILE",
            description = "The topology file; else KINTSUGI_TOPOLOGY, else the checkout's topologies/digits.yaml.")
    private Path file;

    TopologySpec topology() {
        return TopologyFile.read(file());
    }

    private Path file() {
        if (file != null) {
            return file;
        }
        String inEnvironment = System.getenv("KINTSUGI_TOPOLOGY");
        return inEnvironment != null && !inEnvironment.isBlank()
                ? Path.of(inEnvironment)
                : Path.of(System.getProperty("kintsugi.home", "."), "topologies", "digits.yaml");
    }
}
