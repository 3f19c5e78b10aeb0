package dev.kintsugi.evaluate;

import dev.kintsugi.data.Examples;
import dev.kintsugi.evaluate.Coherence.Published;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Trust;
import dev.kintsugi.sense.Senses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out, on validation data, how far a new model's opinion of its restorations is to be believed. */
public final class TrustFitting {
    private static final int PAIRS = 3_000;
    private static final long SEED = 7;

    private TrustFitting() {}

    /**
     * A curve for each part that judges can read, fitted over all that it is restored from.
     *
     * @param heldBack examples of every part that nothing was learned from
     * @param judges folder that holds them; a part without one has no curve
     * @param samples of each restoration, at most
     */
    public static Trust of(Bundle bundle, Map<String, Examples<float[]>> heldBack, Path judges, int samples) {
        TestData validation = TestData.of(bundle.manifest(), heldBack);
        Readers readers = new Readers(Senses.of(bundle.manifest()), validation.classes(), judges);
        Examinee examinee = new Examinee(bundle, SEED);
        List<Sample> pairs = validation.pairs(PAIRS, SEED);
        Map<String, Trust.Curve> curves = new TreeMap<>();
        for (Part.Sensed to : examinee.sensed()) {
            if (examinee.sensed().size() > 1 && readers.reads(to.name())) {
                curves.put(to.name(), curve(restored(examinee, to, pairs, new Coherence(examinee, readers, samples))));
            }
        }
        return new Trust(curves);
    }

    private static List<Published> restored(
            Examinee examinee, Part.Sensed to, List<Sample> pairs, Coherence coherence) {
        List<Published> all = new ArrayList<>();
        for (Part.Sensed from : examinee.sensed()) {
            if (from != to) {
                List<Sample> inputs =
                        pairs.stream().map(pair -> pair.only(from.name())).toList();
                all.addAll(coherence.published(to.name(), inputs, Trust.BLIND));
            }
        }
        return all;
    }

    private static Trust.Curve curve(List<Published> restorations) {
        boolean[] right = new boolean[restorations.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = restorations.get(i).right();
        }
        return Trust.Curve.fitted(restorations.stream().map(Published::opinion).toList(), right);
    }
}
