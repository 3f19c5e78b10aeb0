package dev.kintsugi.evaluate;

import dev.kintsugi.evaluate.Coherence.Published;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Trust;
import java.util.ArrayList;
import java.util.List;

/** Finds out, on validation data, how far a new model's opinion of its restorations is to be believed. */
public final class TrustFitting {
    private static final int PAIRS = 3_000;
    private static final long SEED = 7;

    private TrustFitting() {}

    /** Fitted over all directions that judges can read; {@link Trust#BLIND} where there is none. */
    public static Trust of(Bundle bundle, TestData validation, Readers readers, int samples) {
        Examinee examinee = new Examinee(bundle, SEED);
        List<Sample> pairs = validation.pairs(PAIRS, SEED);
        List<Published> all = new ArrayList<>();
        for (Part.Sensed from : examinee.sensed()) {
            List<Sample> inputs =
                    pairs.stream().map(pair -> pair.only(from.name())).toList();
            for (Part.Sensed to : examinee.sensed()) {
                if (from != to && readers.reads(to.name())) {
                    all.addAll(new Coherence(examinee, readers, samples)
                            .of("validation", to.name(), inputs, Trust.BLIND)
                            .restorations());
                }
            }
        }
        boolean[] right = new boolean[all.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = all.get(i).right();
        }
        return all.isEmpty()
                ? Trust.BLIND
                : Trust.fitted(all.stream().mapToDouble(Published::opinion).toArray(), right);
    }
}
