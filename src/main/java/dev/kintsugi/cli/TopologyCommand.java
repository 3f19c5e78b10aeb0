package dev.kintsugi.cli;

import dev.kintsugi.topology.StreamSettings;
import dev.kintsugi.topology.StreamSettings.Guarantee;
import dev.kintsugi.topology.TopologyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kintsugi topology}: what a topology file becomes. */
@Command(
        name = "topology",
        description = "Prints what a topology file becomes: stages, operators, topics, stores and settings.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi topology",
            "  kintsugi topology --topology topologies/two-scripts.yaml --mermaid > two-scripts.mmd"
        })
final class TopologyCommand implements Runnable {
    @Mixin
    private TopologyOption topology;

    @Mixin
    private StagesOption stages;

    @Option(names = "--mermaid", description = "Print a diagram in Mermaid instead.")
    private boolean mermaid;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        StreamSettings settings = new StreamSettings(topology.topology(), Guarantee.EXACTLY_ONCE, 1);
        TopologyText text = new TopologyText(settings, stages.stages());
        spec.commandLine().getOut().print(mermaid ? text.mermaid() : text.plain());
        spec.commandLine().getOut().flush();
    }
}
