package dev.kintsugi.topology;

/** The names of the stream's operators. */
final class Node {
    static final String PAIR = "pair";
    static final String RESTORE = "restore";
    static final String OBSERVATIONS = "observations-sink";
    static final String LATENTS = "latents-sink";
    static final String HINDSIGHT = "hindsight-sink";
    static final String DEAD_LETTERS = "dead-letters-sink";

    private Node() {}

    static String source(String modality) {
        return modality + "-source";
    }

    static String reading(String modality) {
        return modality + "-read";
    }

    static String restored(String modality) {
        return modality + "-restored-sink";
    }
}
