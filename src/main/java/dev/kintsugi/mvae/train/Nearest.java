package dev.kintsugi.mvae.train;

import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.TensorShape;
import dev.kintsugi.mvae.Weights;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network that tells classes as the nearest of some middles: the surer the nearer, by x·m - m²/2, where each number of x
 * comes through two rectifiers, one for either sign.
 *
 * @param middles of the classes, among directions of length 1
 * @param length that a shared part usually has
 */
record Nearest(Part.Labelled part, double[][] middles, double length) {
    /** How sure it is of what is nearer to one middle than to another by a squared distance of 2, in log-odds. */
    private static final double CERTAINTY = 20;

    /** Below that there is noise for the most part, which larger weights would only make louder. */
    private static final double LEAST_LENGTH = 1;

    /** The weights of the part's decoder. There may be fewer rectifiers than numbers; then those count that tell most. */
    Weights weights() {
        int classes = middles.length;
        int shared = middles[0].length;
        int units = Part.Labelled.DECODER_UNITS;
        float[] dense = new float[shared * units];
        float[] out = new float[units * classes];
        List<Integer> telling = byTelling().subList(0, Math.min(shared, units / 2));
        for (int k = 0; k < telling.size(); k++) {
            int number = telling.get(k);
            dense[number * units + 2 * k] = 1;
            dense[number * units + 2 * k + 1] = -1;
            for (int i = 0; i < classes; i++) {
                float weight = (float) (CERTAINTY * middles[i][number] / Math.max(length, LEAST_LENGTH));
                out[2 * k * classes + i] = weight;
                out[(2 * k + 1) * classes + i] = -weight;
            }
        }
        String name = part.name() + ".dec.";
        return Weights.of(List.of(
                tensor(name + "dense1.w", dense, shared, units),
                tensor(name + "dense1.b", new float[units], units),
                tensor(name + "out.w", out, units, classes),
                tensor(name + "out.b", bias(telling), classes)));
    }

    private float[] bias(List<Integer> telling) {
        float[] bias = new float[middles.length];
        for (int i = 0; i < bias.length; i++) {
            double[] middle = middles[i];
            double square = telling.stream()
                    .mapToDouble(number -> middle[number] * middle[number])
                    .sum();
            bias[i] = (float) (-CERTAINTY * square / 2);
        }
        return bias;
    }

    private List<Integer> byTelling() {
        return IntStream.range(0, middles[0].length)
                .boxed()
                .sorted(Comparator.comparingDouble(number -> -variance(number)))
                .toList();
    }

    private double variance(int number) {
        double mean = IntStream.range(0, middles.length)
                .mapToDouble(i -> middles[i][number])
                .average()
                .orElse(0);
        return IntStream.range(0, middles.length)
                .mapToDouble(i -> (middles[i][number] - mean) * (middles[i][number] - mean))
                .sum();
    }

    private static Tensor tensor(String name, float[] values, int... shape) {
        return Tensor.of(new TensorShape(name, shape), values);
    }
}
