package dev.kintsugi.evaluate.judge;

import java.util.List;

/**
 * What a judge takes some examples for.
 *
 * @param probabilities of each class, for each example
 */
public record Verdicts(List<String> classes, float[][] probabilities) {

    public int size() {
        return probabilities.length;
    }

    /** The most probable class of an example. */
    public String label(int example) {
        return classes.get(best(example));
    }

    /** The probability of the most probable class. */
    public double confidence(int example) {
        return probabilities[example][best(example)];
    }

    /** How many examples are taken for what they are. */
    public int right(List<String> labels) {
        if (labels.size() != size()) {
            throw new IllegalArgumentException(
                    labels.size() + " labels for " + size() + " verdicts; give one for each");
        }
        int right = 0;
        for (int example = 0; example < size(); example++) {
            right += label(example).equals(labels.get(example)) ? 1 : 0;
        }
        return right;
    }

    private int best(int example) {
        float[] each = probabilities[example];
        int best = 0;
        for (int i = 1; i < each.length; i++) {
            best = each[i] > each[best] ? i : best;
        }
        return best;
    }
}
