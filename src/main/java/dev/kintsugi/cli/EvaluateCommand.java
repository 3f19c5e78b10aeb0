package dev.kintsugi.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.kintsugi.Fault;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Datasets;
import dev.kintsugi.data.Split;
import dev.kintsugi.evaluate.Evaluation;
import dev.kintsugi.evaluate.Figure;
import dev.kintsugi.evaluate.Readers;
import dev.kintsugi.evaluate.TestData;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.sense.Senses;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kintsugi evaluate}: measures a model on test data. */
@Command(
        name = "evaluate",
        sortOptions = false,
        description = {
            "Measures a model on the test split of data: how often it is right, whether what it restores shows the right"
                    + " class, its clusters, likelihoods, and whether its confidence can be trusted.",
            "Intervals are of 95 %."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi evaluate --model models/digits --data ~/data --json figures.json",
            "  kintsugi evaluate --model models/digits --data synthetic --pairs 1000"
        })
final class EvaluateCommand implements Runnable {
    /** Where a manifest's quality says which voices were not learned from. */
    static final String LEFT_OUT = "left_out_speakers";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Mixin
    private ModelOption model;

    @Mixin
    private DataOption data;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there, too.")
    private Optional<Path> json;

    @Option(
            names = "--validation",
            description =
                    "Measure on the part of the training split that training holds back, rather than on the test split:"
                            + " for choosing between models without having looked at the test data.")
    private boolean validation;

    @Mixin
    private JudgesOption judges;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "10",
            description = "Samples of each restoration. Default: ${DEFAULT-VALUE}.")
    private int samples;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Pairs, and draws from the prior. Default: ${DEFAULT-VALUE}.")
    private int pairs;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of pairs, samples and intervals. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Bundle bundle = model.bundle();
        Senses senses = Senses.of(bundle.manifest());
        Dataset dataset = Datasets.open(data.places(), seed);
        TestData test = validation
                ? TestData.validation(bundle.manifest(), senses, dataset)
                : TestData.of(bundle.manifest(), senses, dataset, Split.TEST);
        Readers readers = new Readers(senses, test.classes(), judges.directory());
        PrintWriter err = spec.commandLine().getErr();
        Evaluation.Settings full = Evaluation.Settings.FULL;
        var settings = new Evaluation.Settings(samples, pairs, pairs, full.importance(), full.likelihoods(), seed);
        Evaluation evaluation =
                new Evaluation(bundle, test, readers, settings, what -> err.println("measuring: " + what));
        List<Figure> figures = new ArrayList<>(evaluation.figures());
        List<String> unheard = leftOut(bundle);
        if (!unheard.isEmpty()) {
            figures.addAll(evaluation.unseen("unseen_speaker.", test, unheard));
            TestData training = TestData.of(bundle.manifest(), senses, dataset, Split.TRAIN);
            figures.addAll(evaluation.unseen("unseen_speaker.training_takes.", training, unheard));
        }
        print(figures);
        json.ifPresent(file -> write(file, bundle, figures));
    }

    /** The voices that a model did not learn from, where some were left out. */
    static List<String> leftOut(Bundle bundle) {
        return bundle.manifest().quality().get(LEFT_OUT) instanceof List<?> voices
                ? voices.stream().map(String::valueOf).toList()
                : List.of();
    }

    private void print(List<Figure> figures) {
        PrintWriter out = spec.commandLine().getOut();
        for (Figure figure : figures) {
            out.printf(
                    "%-48s %10.4f%s%n",
                    figure.name(),
                    figure.value(),
                    figure.interval()
                            .map(interval -> String.format("   %.4f to %.4f", interval.low(), interval.high()))
                            .orElse(""));
        }
    }

    private void write(Path file, Bundle bundle, List<Figure> figures) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("model", bundle.id());
        content.put("split", validation ? "validation" : "test");
        content.put("seed", seed);
        content.put("samples", samples);
        content.put("pairs", pairs);
        content.put("nll.k", Evaluation.Settings.FULL.importance());
        Map<String, List<Double>> intervals = new LinkedHashMap<>();
        for (Figure figure : figures) {
            content.put(figure.name(), figure.value());
            figure.interval()
                    .ifPresent(interval -> intervals.put(figure.name(), List.of(interval.low(), interval.high())));
        }
        content.put("intervals", intervals);
        try {
            JSON.writeValue(file.toFile(), content);
        } catch (IOException e) {
            throw new Fault("--json " + file + ": cannot be written: " + e.getMessage() + "; name another file", e);
        }
    }
}
