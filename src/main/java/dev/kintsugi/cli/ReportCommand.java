package dev.kintsugi.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kintsugi.Fault;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.studio.Model;
import dev.kintsugi.studio.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kintsugi report}: one page that shows what a model can do. */
@Command(
        name = "report",
        sortOptions = false,
        description = {
            "Writes one page, report.html, that shows and plays what a model makes of the test split of data.",
            "It holds everything it needs, and opens without a network."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi report --data ~/data --out report",
            "  kintsugi report --model models/mine --data ~/data --evaluation figures.json --out report"
        })
final class ReportCommand implements Runnable {
    private static final int FEWEST = 100;
    private static final int MOST = 20_000;

    private static final String PAGE = "report.html";
    private static final TypeReference<LinkedHashMap<String, Object>> FIGURES = new TypeReference<>() {};

    @Mixin
    private ModelOption model;

    @Mixin
    private DataOption data;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the page goes.")
    private Path out;

    @Option(
            names = "--evaluation",
            paramLabel = "FILE",
            description = "Figures that 'kintsugi evaluate --json FILE' wrote, to be shown as well.")
    private Optional<Path> evaluation;

    @Mixin
    private JudgesOption judges;

    @Option(
            names = "--things",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Things of the test split to look at. Default: ${DEFAULT-VALUE}.")
    private int things;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of what is looked at and drawn. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (things < FEWEST || things > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--things is " + things + "; use " + FEWEST + " to " + MOST);
        }
        Report report = new Report(
                Model.of(model.bundle()),
                Datasets.open(data.places(), seed),
                things,
                judges.directory(),
                figures(),
                seed);
        String html = report.html();
        Path page = out.resolve(PAGE);
        try {
            Files.createDirectories(out);
            Files.writeString(page, html);
        } catch (IOException e) {
            throw new Fault(page + " cannot be written: " + e + "; name another --out", e);
        }
        spec.commandLine().getErr().printf("wrote %s, %.1f MB%n", page, html.length() / 1e6);
    }

    private Map<String, Object> figures() {
        if (evaluation.isEmpty()) {
            return Map.of();
        }
        try {
            return new ObjectMapper().readValue(evaluation.get().toFile(), FIGURES);
        } catch (IOException e) {
            throw new Fault(
                    "--evaluation " + evaluation.get() + ": cannot be read: " + e.getMessage()
                            + "; name a file that kintsugi evaluate --json wrote",
                    e);
        }
    }
}
