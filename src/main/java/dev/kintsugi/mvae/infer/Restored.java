package dev.kintsugi.mvae.infer;

import java.util.Map;

/** What came of restoring an observation. */
public sealed interface Restored {

    /**
     * The missing sides.
     *
     * @param posterior of the sides that are there; nothing is decoded in it
     * @param sides by the name of their part
     */
    record Whole(Inferred.Posterior posterior, Map<String, Side> sides) implements Restored {}

    /** An observation that nothing can be made of. */
    record Broken(Inferred.Unfit why) implements Restored {}

    /**
     * A restored side.
     *
     * @param values of 0 to 1: the sample that the model itself reads most surely as what it meant
     * @param opinion what the model thinks of it, before that is weighed by its {@link Trust}
     * @param confidence the probability that it shows the right thing
     * @param agreement the share of samples that the model reads as what it meant
     * @param samples that were drawn for it
     */
    record Side(float[] values, Opinion opinion, double confidence, double agreement, int samples) {}
}
