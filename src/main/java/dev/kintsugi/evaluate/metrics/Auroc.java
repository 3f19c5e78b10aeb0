package dev.kintsugi.evaluate.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The area under the receiver operating characteristic: how well a score tells what is so from what is not. */
public final class Auroc {

    private Auroc() {}

    /**
     * The chance that a score of what is so exceeds one of what is not, ties counting half (Mann and Whitney).
     *
     * @return NaN when all or none is so
     */
    public static double of(double[] scores, boolean[] so) {
        if (scores.length != so.length) {
            throw new IllegalArgumentException(
                    scores.length + " scores of " + so.length + " cases; expected one of each");
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ranks = 0;
        long positive = 0;
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            long tied = Arrays.stream(order, from, to).filter(i -> so[i]).count();
            // Ranks count from one; those that are tied share the mean of theirs.
            ranks += tied * (from + 1 + to) / 2.0;
            positive += tied;
            from = to;
        }
        long negative = scores.length - positive;
        return (ranks - positive * (positive + 1) / 2.0) / ((double) positive * negative);
    }
}
