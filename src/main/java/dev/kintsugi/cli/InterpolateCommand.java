package dev.kintsugi.cli;

import dev.kintsugi.studio.Model;
import dev.kintsugi.studio.Passage;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kintsugi interpolate}: the way from one thing to another. */
@Command(
        name = "interpolate",
        sortOptions = false,
        description = {
            "Walks from one picture or sound to another through the model's latent space, at even steps on a straight line.",
            "Each step becomes a file for every modality of the model; all are on one sheet, sheet.png."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi interpolate --from three.png --to eight.png --out way",
            "  kintsugi interpolate --from one.wav --to nine.wav --steps 8 --out way"
        })
final class InterpolateCommand implements Runnable {
    private static final int MOST = 1_000;

    @Mixin
    private ModelOption model;

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "Where it begins: PNG, JPEG or WAV.")
    private Path from;

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "Where it ends, of the same kind.")
    private Path to;

    @Option(
            names = "--modality",
            paramLabel = "PART",
            description = "What the files are, for models with more than one kind of picture or sound.")
    private Optional<String> modality;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "16",
            description = "Steps, both ends included. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (steps < 2 || steps > MOST) {
            throw new ParameterException(spec.commandLine(), "--steps is " + steps + "; use 2 to " + MOST);
        }
        new Passage(Model.of(model.bundle())).walk(from, to, modality, steps, out);
        spec.commandLine().getErr().printf("%d steps, in %s%n", steps, out);
    }
}
