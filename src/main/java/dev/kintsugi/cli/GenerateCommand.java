package dev.kintsugi.cli;

import dev.kintsugi.studio.Imagination;
import dev.kintsugi.studio.Model;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kintsugi generate}: pictures or sounds that never were. */
@Command(
        name = "generate",
        sortOptions = false,
        description = {
            "Makes pictures or sounds that never were: whatever the model thinks of, or all of one label.",
            "What the model reads in each is in generated.jsonl; all are on one sheet, sheet.png."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi generate --modality image --count 100 --out drawn",
            "  kintsugi generate --modality audio --count 10 --label 7 --seed 42 --out sevens"
        })
final class GenerateCommand implements Runnable {
    private static final int MOST = 100_000;

    @Mixin
    private ModelOption model;

    @Option(names = "--modality", paramLabel = "PART", required = true, description = "What to make, such as image.")
    private String modality;

    @Option(names = "--count", paramLabel = "N", required = true, description = "How many.")
    private int count;

    @Option(names = "--label", paramLabel = "CLASS", description = "What they shall be; else anything.")
    private Optional<String> label;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of all that is random. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (count < 1 || count > MOST) {
            throw new ParameterException(spec.commandLine(), "--count is " + count + "; use 1 to " + MOST);
        }
        new Imagination(Model.of(model.bundle()), modality, label, seed).make(count, out);
        spec.commandLine().getErr().printf("made %,d, in %s%n", count, out);
    }
}
