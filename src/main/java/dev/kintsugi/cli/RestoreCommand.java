package dev.kintsugi.cli;

import dev.kintsugi.studio.FolderRestoration;
import dev.kintsugi.studio.FolderRestoration.Outcome;
import dev.kintsugi.studio.Model;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kintsugi restore}: restores the other side of files. */
@Command(
        name = "restore",
        sortOptions = false,
        description = {
            "Restores, for every picture or sound in a folder, what belongs to it: a sound, a picture, or the label.",
            "Each gets a file of the same name, and a line in restored.jsonl: label, probability, confidence, model.",
            "A file that cannot be read is told there with reason and message; the exit code is then 3."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi restore --from image --to audio --in pictures --out sounds",
            "  kintsugi restore --from audio --to label --in sounds --out read"
        })
final class RestoreCommand implements Callable<Integer> {
    private static final int MOST_SAMPLES = 64;

    @Mixin
    private ModelOption model;

    @Option(names = "--from", paramLabel = "PART", required = true, description = "What the files are, such as image.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "PART",
            required = true,
            description = "What is to be restored, such as audio or label.")
    private String to;

    @Option(names = "--in", paramLabel = "DIR", required = true, description = "PNG, JPEG or WAV files.")
    private Path in;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the restored files go.")
    private Path out;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "8",
            description = "Tries for each file, 1 to 64: one that the model reads as what it meant is kept, and how far"
                    + " they agree is part of the confidence. Default: ${DEFAULT-VALUE}.")
    private int samples;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of all that is random: the same seed, file and model give the same bytes. Default:"
                    + " ${DEFAULT-VALUE}.")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new ParameterException(spec.commandLine(), "--samples is " + samples + "; use 1 to " + MOST_SAMPLES);
        }
        PrintWriter err = spec.commandLine().getErr();
        Outcome outcome = new FolderRestoration(Model.of(model.bundle()), from, to, samples, seed).restore(in, out);
        err.printf("restored %,d of %,d, in %s%n", outcome.restored(), outcome.restored() + outcome.refused(), out);
        if (outcome.refused() > 0) {
            err.printf(
                    "%,d could not be: see the lines with a reason in %s%n",
                    outcome.refused(), out.resolve(FolderRestoration.RESULTS));
            return Main.PARTLY;
        }
        return 0;
    }
}
