package dev.kintsugi.evaluate.judge;

import java.util.List;

/**
 * A judge's papers.
 *
 * @param format of the files; this version reads {@link #FORMAT}
 * @param reads image or audio
 * @param classes what it tells apart, in the order of its probabilities
 * @param height of what the network reads
 * @param weights the SHA-256 of the weights
 * @param data what it was trained on, with the numbers of examples
 * @param attribution whose data that is, and under which licences
 * @param accuracy measured after rounding
 */
public record JudgeCard(
        int format,
        String reads,
        List<String> classes,
        int height,
        int width,
        String weights,
        List<String> data,
        List<String> attribution,
        long seed,
        int passes,
        String command,
        List<Accuracy> accuracy) {
    static final int FORMAT = 1;

    public JudgeCard {
        classes = List.copyOf(classes);
        data = List.copyOf(data);
        attribution = List.copyOf(attribution);
        accuracy = List.copyOf(accuracy);
    }

    JudgeCard with(List<Accuracy> measured) {
        return new JudgeCard(
                format, reads, classes, height, width, weights, data, attribution, seed, passes, command, measured);
    }
}
