package dev.kintsugi.evaluate.metrics;

import java.util.List;

/**
 * How often each label was taken for each.
 *
 * @param counts a row for each label that is true, with a column for each that was said
 */
public record Confusion(List<String> labels, long[][] counts) {
    public Confusion {
        labels = List.copyOf(labels);
        counts = copy(counts, labels.size());
    }

    /** @throws IllegalArgumentException when there is nothing to count, or a label is not among the labels */
    public static Confusion of(List<String> labels, List<String> truth, List<String> said) {
        if (truth.isEmpty() || truth.size() != said.size()) {
            throw new IllegalArgumentException(
                    said.size() + " answers to " + truth.size() + " questions; expected one to each of some");
        }
        long[][] counts = new long[labels.size()][labels.size()];
        for (int i = 0; i < truth.size(); i++) {
            counts[place(labels, truth.get(i))][place(labels, said.get(i))]++;
        }
        return new Confusion(labels, counts);
    }

    @Override
    public long[][] counts() {
        return copy(counts, labels.size());
    }

    public long total() {
        long total = 0;
        for (int label = 0; label < counts.length; label++) {
            total += row(label);
        }
        return total;
    }

    public long right() {
        long right = 0;
        for (int label = 0; label < counts.length; label++) {
            right += counts[label][label];
        }
        return right;
    }

    public double accuracy() {
        return (double) right() / total();
    }

    /**
     * The mean of the labels' F1, each the harmonic mean of its precision and recall.
     *
     * <p>A label that is never true and never said has no F1, and is left out.
     */
    public double macroF1() {
        double sum = 0;
        int used = 0;
        for (int label = 0; label < counts.length; label++) {
            long trueOrSaid = row(label) + column(label);
            sum += trueOrSaid == 0 ? 0 : 2.0 * counts[label][label] / trueOrSaid;
            used += trueOrSaid == 0 ? 0 : 1;
        }
        return sum / used;
    }

    private long row(int label) {
        long sum = 0;
        for (long count : counts[label]) {
            sum += count;
        }
        return sum;
    }

    private long column(int label) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[label];
        }
        return sum;
    }

    private static int place(List<String> labels, String label) {
        int place = labels.indexOf(label);
        if (place < 0) {
            throw new IllegalArgumentException("label \"" + label + "\" is none of " + labels);
        }
        return place;
    }

    private static long[][] copy(long[][] counts, int size) {
        long[][] copy = new long[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            copy[i] = counts[i].clone();
            if (counts.length != size || copy[i].length != size) {
                throw new IllegalArgumentException("confusion of " + size + " labels in another shape");
            }
        }
        return copy;
    }
}
