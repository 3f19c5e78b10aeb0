package dev.kintsugi.learn;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.TensorShape;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Workspace;
import java.util.List;

/**
 * Finds out, after training, how much contrast the pictures that a model makes up lack: with as much as is found here, they
 * are as black and white as real ones. Greyness is the mean of p(1 - p), the variance of a pixel that is white with
 * probability p.
 */
final class Contrasts {
    /** Factors are looked for up to here; where no less makes pictures as black and white, this is taken. */
    private static final double GREATEST = 8;

    /** Halvings of the range: to a thousandth of the factor. */
    private static final int ROUNDS = 13;

    private final Part.Sensed part;
    private final Workspace workspace;

    private Contrasts(Bundle bundle, Part.Sensed part) {
        this.part = part;
        this.workspace =
                Inference.of(bundle.manifest().architecture(), bundle.weights()).workspace();
    }

    /** The tensors that a bundle keeps, found from the first lessons and as many pictures made up; it has none yet. */
    static List<Tensor> of(Bundle bundle, Lessons lessons, int count) {
        Architecture architecture = bundle.manifest().architecture();
        return architecture.contrasts().stream()
                .map(shape -> new Contrasts(bundle, architecture.sensedOf(shape)).tensor(shape, lessons, count))
                .toList();
    }

    private Tensor tensor(TensorShape shape, Lessons lessons, int count) {
        double real = greyness(lessons.rows(part, 0, count), 1);
        float[] made = made(count);
        double low = 1;
        double high = GREATEST;
        for (int round = 0; round < ROUNDS; round++) {
            double middle = Math.sqrt(low * high);
            if (greyness(made, middle) > real) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Tensor.of(shape, new float[] {(float) high});
    }

    private float[] made(int count) {
        float[] made = new float[count * part.size()];
        for (int seed = 0; seed < count; seed++) {
            System.arraycopy(workspace.imagined(part.name(), seed, 1), 0, made, seed * part.size(), part.size());
        }
        return made;
    }

    private static double greyness(float[] values, double factor) {
        double sum = 0;
        for (float value : values) {
            double white = Math.pow(value, factor);
            double black = Math.pow(1 - value, factor);
            double p = white / (white + black);
            sum += p * (1 - p);
        }
        return sum / values.length;
    }
}
