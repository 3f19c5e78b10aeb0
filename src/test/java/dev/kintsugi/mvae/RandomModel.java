package dev.kintsugi.mvae;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Models with random weights of a usual size, for tests and benchmarks. */
public final class RandomModel {
    public static final Part.Sensed IMAGE = new Part.Sensed("image", Part.Kind.IMAGE, 28, 28, 10);
    public static final Part.Sensed AUDIO = new Part.Sensed("audio", Part.Kind.AUDIO, 64, 40, 16);
    public static final Part.Labelled LABEL =
            new Part.Labelled("label", List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));

    private RandomModel() {}

    public static Architecture digits() {
        return new Architecture(List.of(IMAGE, AUDIO, LABEL), 16, new Prior.Mixture(10));
    }

    /** Small and with odd sides, so that tests are quick and no size is a multiple of anything. */
    public static Architecture odd() {
        return new Architecture(
                List.of(
                        new Part.Sensed("image", Part.Kind.IMAGE, 9, 7, 3),
                        new Part.Sensed("audio", Part.Kind.AUDIO, 12, 10, 0),
                        new Part.Labelled("label", List.of("a", "b", "c"))),
                5,
                new Prior.Mixture(3));
    }

    public static Weights weights(Architecture architecture, long seed) {
        Random random = new Random(seed);
        List<Tensor> tensors = new ArrayList<>();
        for (TensorShape shape : architecture.tensors()) {
            tensors.add(Tensor.of(shape, values(random, shape.size(), deviation(shape))));
        }
        return Weights.of(tensors);
    }

    /** Keeps the variance of activations from layer to layer (He and others, 2015). */
    private static double deviation(TensorShape shape) {
        if (!shape.name().endsWith(".w")) {
            return 0.3;
        }
        int[] sides = shape.shape();
        return Math.sqrt(2.0 / (shape.name().contains(".conv") ? sides[1] : sides[0]));
    }

    private static float[] values(Random random, int size, double deviation) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    /** Rows of values of 0 to 1. */
    public static float[] rows(long seed, int count, int size) {
        Random random = new Random(seed);
        float[] rows = new float[count * size];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextFloat();
        }
        return rows;
    }
}
