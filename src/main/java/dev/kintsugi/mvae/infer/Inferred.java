package dev.kintsugi.mvae.infer;

import java.util.List;
import java.util.Map;

/** What came of one observation. */
public sealed interface Inferred {

    /**
     * What the model makes of the sides that are there.
     *
     * @param shared posterior of the shared part
     * @param privates posterior of the private part of each sensed part that is there
     * @param responsibilities of the prior's components for the mean of the shared part
     * @param attention each expert's share of the joint precision, by the name of its part, and {@code prior}; sums to 1
     * @param decoded values of 0 to 1 of each part that was to be decoded, one array for each sample
     * @param labels probabilities of the classes, for every labelled part, decoded from the mean of the shared part
     */
    record Posterior(
            Gaussians shared,
            Map<String, Gaussians> privates,
            float[] responsibilities,
            Map<String, Float> attention,
            Map<String, List<float[]>> decoded,
            Map<String, float[]> labels)
            implements Inferred {

        /** The number of the most responsible component of the prior: its cluster. */
        public int component() {
            return Most.probable(responsibilities);
        }

        /** What it is taken for: by the first labelled part, or by the components of the prior where there is none. */
        public float[] reading() {
            return labels.isEmpty()
                    ? responsibilities
                    : labels.values().iterator().next();
        }

        /** The number of the most probable class of a labelled part. */
        public int guess(String part) {
            return Most.probable(labels.get(part));
        }
    }

    /**
     * An observation that nothing can be made of; those beside it are not touched by that.
     *
     * @param reason short and for machines, such as {@code value-not-finite}
     * @param message for people: which part, what was found, and what was expected
     */
    record Unfit(String reason, String message) implements Inferred {}
}
