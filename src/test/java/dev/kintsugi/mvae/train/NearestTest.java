package dev.kintsugi.mvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Weights;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final Part.Labelled LABEL = new Part.Labelled("label", List.of("one", "two", "three"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tellsTheClassOfTheNearestMiddle(long seed) {
        Random random = new Random(seed);
        double[][] middles =
                IntStream.range(0, 3).mapToObj(i -> direction(random, 16)).toArray(double[][]::new);
        Weights weights = new Nearest(LABEL, middles, 5).weights();

        for (int i = 0; i < 50; i++) {
            double[] point = direction(random, 16);
            double[] logits = logits(weights, scaled(point, 5), 3);
            for (int one = 0; one < 3; one++) {
                for (int other = 0; other < 3; other++) {
                    double nearer = square(point, middles[other]) - square(point, middles[one]);
                    assertThat(logits[one] - logits[other]).isCloseTo(10 * nearer, within(1e-4));
                }
            }
        }
    }

    @Test
    void goesByTheNumbersThatTellMostWhereThereAreTooMany() {
        double[][] middles = new double[3][40];
        // The last three tell the classes apart, the others next to nothing, though there is much of them in the first.
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 37; k++) {
                middles[i][k] = i == 0 ? .2 : .15;
            }
            middles[i][37 + i] = .9;
        }
        Weights weights = new Nearest(LABEL, middles, 1).weights();

        for (int i = 0; i < 3; i++) {
            double[] point = new double[40];
            point[37 + i] = .9;
            double[] logits = logits(weights, point, 3);
            assertThat(IntStream.range(0, 3).boxed().max((a, b) -> Double.compare(logits[a], logits[b])))
                    .hasValue(i);
        }
    }

    private static double[] logits(Weights weights, double[] x, int classes) {
        float[] dense = weights.require("label.dec.dense1.w").values();
        float[] out = weights.require("label.dec.out.w").values();
        float[] bias = weights.require("label.dec.out.b").values();
        int units = Part.Labelled.DECODER_UNITS;
        double[] logits = new double[classes];
        for (int i = 0; i < classes; i++) {
            logits[i] = bias[i];
            for (int unit = 0; unit < units; unit++) {
                double sum = 0;
                for (int k = 0; k < x.length; k++) {
                    sum += x[k] * dense[k * units + unit];
                }
                logits[i] += Math.max(0, sum) * out[unit * classes + i];
            }
        }
        return logits;
    }

    private static double[] direction(Random random, int size) {
        double[] x = random.doubles(size, -1, 1).toArray();
        return scaled(x, 1 / Math.sqrt(square(x, new double[size])));
    }

    private static double[] scaled(double[] x, double factor) {
        return IntStream.range(0, x.length).mapToDouble(k -> factor * x[k]).toArray();
    }

    private static double square(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(k -> (one[k] - other[k]) * (one[k] - other[k]))
                .sum();
    }
}
