package dev.kintsugi.cli;

import dev.kintsugi.topology.Stage;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which stages of a topology. */
final class StagesOption {

    @Option(
            names = "--stages",
            paramLabel = "STAGE",
            split = ",",
            defaultValue = "pair,restore",
            description = "The stages, with commas: pair, restore. Default: ${DEFAULT-VALUE}.")
    private List<String> stages;

    Set<Stage> stages() {
        return Stage.parse(stages);
    }
}
