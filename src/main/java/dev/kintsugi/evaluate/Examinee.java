package dev.kintsugi.evaluate;

import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Inferred;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Request;
import dev.kintsugi.mvae.infer.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model under examination; for one thread. */
final class Examinee {
    private static final int BATCH = 128;

    private final Bundle bundle;
    private final Inference inference;
    private final Workspace workspace;
    private final long seed;

    Examinee(Bundle bundle, long seed) {
        this.bundle = bundle;
        this.inference = Inference.of(bundle.manifest().architecture(), bundle.weights());
        this.workspace = inference.workspace();
        this.seed = seed;
    }

    Bundle bundle() {
        return bundle;
    }

    Inference inference() {
        return inference;
    }

    Workspace workspace() {
        return workspace;
    }

    long seed() {
        return seed;
    }

    List<Part.Sensed> sensed() {
        return inference.architecture().sensed();
    }

    Optional<Part.Labelled> label() {
        return inference.architecture().labelled().stream().findFirst();
    }

    /** What it makes of samples, and decodes of what they lack. */
    List<Posterior> infer(List<Sample> samples, Request request) {
        List<Posterior> posteriors = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += BATCH) {
            List<Observed> batch = new ArrayList<>();
            for (int i = from; i < Math.min(samples.size(), from + BATCH); i++) {
                batch.add(samples.get(i).observed(seed + i));
            }
            workspace.infer(batch, request).forEach(each -> posteriors.add(posterior(each)));
        }
        return posteriors;
    }

    static Posterior posterior(Inferred inferred) {
        if (inferred instanceof Inferred.Unfit unfit) {
            throw new IllegalStateException("test data that the model cannot take: " + unfit.message());
        }
        return (Posterior) inferred;
    }
}
