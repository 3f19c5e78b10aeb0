package dev.kintsugi.cli;

import dev.kintsugi.Fault;
import dev.kintsugi.evaluate.TrustFitting;
import dev.kintsugi.learn.Corpus;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Trust;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.TopologySpec;
import dev.kintsugi.topology.BundleFit;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kintsugi trust}: finds out anew how far a bundle's opinion of its restorations is to be believed. */
@Command(
        name = "trust",
        sortOptions = false,
        description = {
            "Fits a bundle's confidence anew to what judges say of its restorations of validation data.",
            "'kintsugi train' does so at its end. It is due again when restore.samples or the judges change. The weights and"
                    + " the bundle's id stay as they are."
        },
        footerHeading = "%nExamples:%n",
        footer = "  kintsugi trust --model models/mine --data ~/data --data synthetic")
final class TrustCommand implements Runnable {
    @Mixin
    private ModelOption model;

    @Mixin
    private TopologyOption topology;

    @Mixin
    private DataOption data;

    @Mixin
    private JudgesOption judges;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the data, as it was when the model was trained. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Bundle bundle = model.bundle();
        TopologySpec what = topology.topology();
        BundleFit.require(what, bundle);
        Set<String> unheard = Set.copyOf(EvaluateCommand.leftOut(bundle));
        Corpus corpus = new Corpus(what, Senses.of(bundle.manifest()), data.datasets(seed), unheard);
        Trust fitted = TrustFitting.of(
                bundle, corpus.heldBack(), judges.directory(), what.restore().samples());
        if (fitted.curves().isEmpty()) {
            throw new Fault("--judges " + judges.directory() + ": no judge of anything that " + bundle.shortId()
                    + " restores; name a folder that holds one");
        }
        Path place = model.directory();
        bundle.with(bundle.manifest().withReferences(references(bundle, fitted)))
                .save(place);
        spec.commandLine()
                .getOut()
                .println("the confidence of " + bundle.shortId() + " in restored "
                        + String.join(", ", new TreeSet<>(fitted.curves().keySet())) + " is fitted anew, in " + place);
    }

    /** What has no judge here keeps the curve that it had. */
    private static Map<String, Object> references(Bundle bundle, Trust fitted) {
        Map<String, Object> references = new TreeMap<>(bundle.manifest().references());
        Map<String, Trust.Curve> curves = new TreeMap<>(Trust.of(references).curves());
        curves.putAll(fitted.curves());
        references.put(Trust.REFERENCE, new Trust(curves).described());
        return references;
    }
}
