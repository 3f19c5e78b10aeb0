package dev.kintsugi.evaluate.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether confidences keep what they promise: of what is said with 80 % confidence, 80 % should be right.
 *
 * @param bins by rising confidence, none of them empty
 */
public record Calibration(List<Bin> bins) {

    /**
     * What was said with about the same confidence.
     *
     * @param confidence the mean
     * @param accuracy the share that was right
     */
    public record Bin(long count, double confidence, double accuracy) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    /** Bins that each span as much confidence, the last with 1. */
    public static Calibration equalWidth(double[] confidences, boolean[] right, int bins) {
        return of(confidences, right, bins, (rank, confidence) -> Math.min(bins - 1, (int) (confidence * bins)));
    }

    /** Bins that each hold as many, within one: confidences that crowd near 1 are told apart. */
    public static Calibration equalMass(double[] confidences, boolean[] right, int bins) {
        return of(confidences, right, bins, (rank, confidence) -> (int) ((long) rank * bins / confidences.length));
    }

    /** The expected calibration error (Naeini and others 2015): how far bins are off, in the mean over what was said. */
    public double expectedError() {
        double off = 0;
        long all = 0;
        for (Bin bin : bins) {
            off += bin.count() * Math.abs(bin.confidence() - bin.accuracy());
            all += bin.count();
        }
        return off / all;
    }

    private interface Binning {
        int bin(int rank, double confidence);
    }

    private static Calibration of(double[] confidences, boolean[] right, int bins, Binning binning) {
        if (confidences.length == 0 || confidences.length != right.length || bins < 1) {
            throw new IllegalArgumentException(confidences.length + " confidences of " + right.length + " answers in "
                    + bins + " bins; expected one of each of some, in at least one");
        }
        List<Integer> order = IntStream.range(0, confidences.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> confidences[i]))
                .toList();
        long[] counts = new long[bins];
        double[] sums = new double[bins];
        long[] hits = new long[bins];
        for (int rank = 0; rank < order.size(); rank++) {
            int i = order.get(rank);
            int bin = binning.bin(rank, confidences[i]);
            counts[bin]++;
            sums[bin] += confidences[i];
            hits[bin] += right[i] ? 1 : 0;
        }
        List<Bin> filled = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            if (counts[bin] > 0) {
                filled.add(new Bin(counts[bin], sums[bin] / counts[bin], (double) hits[bin] / counts[bin]));
            }
        }
        return new Calibration(filled);
    }
}
