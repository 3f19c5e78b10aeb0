package dev.kintsugi.cli;

import dev.kintsugi.evaluate.TrustFitting;
import dev.kintsugi.learn.Apprenticeship;
import dev.kintsugi.learn.Corpus;
import dev.kintsugi.learn.Recipe;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.bundle.Provenance;
import dev.kintsugi.mvae.infer.Trust;
import dev.kintsugi.mvae.machine.Processor;
import dev.kintsugi.mvae.train.Progress;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.Prior;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.studio.Snapshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kintsugi train}: trains the model of a topology and writes its bundle. */
@Command(
        name = "train",
        sortOptions = false,
        description = {
            "Trains the model that a topology file describes, and writes its bundle.",
            "Killed, it goes on where it was when the same command is given again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kintsugi train --data ~/data --data synthetic --out models/mine",
            "  kintsugi train --topology topologies/images-only.yaml --data ~/data --out models/images --beta 4",
            "  kintsugi train --data synthetic --passes 2 --observations 5000 --out /tmp/quick"
        })
final class TrainCommand implements Runnable {
    /** How many latents a snapshot shows. */
    private static final int LOOKED_AT = 1_000;

    @Mixin
    private TopologyOption topology;

    @Mixin
    private DataOption data;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the bundle goes.")
    private Path out;

    @Option(names = "--passes", paramLabel = "N", description = "Passes over the data; else as the topology file says.")
    private Optional<Integer> passes;

    @Option(
            names = "--observations",
            paramLabel = "N",
            description = "Observations in a pass, drawn anew for each. Default: 50000.")
    private Optional<Integer> observations;

    @Option(
            names = "--labels",
            paramLabel = "SHARE",
            defaultValue = "1",
            description =
                    "Share of observations whose label is used, 0 to 1. With several sides, the classes of others are"
                            + " guessed from what the sides have in common. Default: ${DEFAULT-VALUE}.")
    private double labels;

    @Option(names = "--beta", paramLabel = "B", description = "Weight of the shared part's KL term.")
    private Optional<Double> beta;

    @Option(names = "--prior", description = "Prior of the shared part: ${COMPLETION-CANDIDATES}.")
    private Optional<Prior> prior;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of all that is random: the same seed, data and machine give the same model. Default:"
                    + " ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--leave-out-speaker",
            paramLabel = "NAME",
            description = "A voice not to learn from, such as theo; repeat it for several.")
    private Set<String> leftOut = Set.of();

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "0",
            description = "Stop after so many passes without improvement on validation data; 0 for never. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int patience;

    @Mixin
    private JudgesOption judges;

    @Option(
            names = "--snapshots",
            description = "After each pass, put two pictures into a folder beside --out: what the model makes of things"
                    + " that it does not learn from, and where their latents lie.")
    private boolean snapshots;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (labels < 0 || labels > 1) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--labels': " + labels + "; use 0 to 1");
        }
        Processor.here().advice(System.getenv()).ifPresent(spec.commandLine().getErr()::println);
        TopologySpec what = topology.topology();
        Senses senses = Senses.of(what);
        Recipe recipe =
                Recipe.of(what, senses, new Recipe.Wishes(passes, observations, beta, prior, labels, patience, seed));
        Corpus corpus = new Corpus(what, senses, data.datasets(seed), leftOut);
        Path checkpoint = beside(".checkpoint");
        TrainingLog log = new TrainingLog(
                beside(".training.jsonl"),
                Files.exists(checkpoint),
                spec.commandLine().getErr());
        Apprenticeship apprenticeship = new Apprenticeship(recipe, senses, corpus, System::nanoTime);
        Bundle bundle = apprenticeship.train(checkpoint, watched(log, apprenticeship, recipe), provenance());
        bundle.with(bundle.manifest()
                        .withQuality(quality(log))
                        .withReferences(Map.of(
                                Trust.REFERENCE, trust(bundle, what, corpus).described())))
                .save(out);
        log.forget();
        spec.commandLine().getErr().println("trained " + bundle.shortId() + ", in " + out);
    }

    private Progress.Listener watched(TrainingLog log, Apprenticeship apprenticeship, Recipe recipe) {
        return snapshots
                ? log.and(
                        new Snapshots(recipe.architecture(), apprenticeship.heldBack(LOOKED_AT), beside(".snapshots")))
                : log;
    }

    private Map<String, Object> quality(TrainingLog log) {
        Map<String, Object> quality = new TreeMap<>(Map.of("training", log.points()));
        if (!leftOut.isEmpty()) {
            quality.put(EvaluateCommand.LEFT_OUT, List.copyOf(leftOut));
        }
        return quality;
    }

    /** As the judges see it; where there is no judge, the model's own opinion is believed. */
    private Trust trust(Bundle bundle, TopologySpec what, Corpus corpus) {
        return TrustFitting.of(
                bundle, corpus.heldBack(), judges.directory(), what.restore().samples());
    }

    /** A file beside the bundle, and not in it. */
    private Path beside(String ending) {
        Path whole = out.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + ending);
    }

    private Provenance provenance() {
        List<String> given = spec.commandLine().getParseResult().originalArgs();
        return new Provenance(
                data.places(),
                seed,
                String.join(" ", spec.root().version()),
                Processor.here().name() + ", " + System.getProperty("os.name") + ", JDK "
                        + System.getProperty("java.version"),
                ("kintsugi " + String.join(" ", given)).trim());
    }
}
