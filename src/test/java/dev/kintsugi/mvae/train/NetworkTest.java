package dev.kintsugi.mvae.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Holds the layers of training against the plainest way to write what the exported weights mean. */
class NetworkTest {
    private static final int SHARED = 3;

    @ParameterizedTest
    @CsvSource({"8,8", "28,28", "64,40", "11,6", "9,7", "4,5"})
    void encodesAsThePlainConvolutionsDo(int height, int width) {
        Part.Sensed part = new Part.Sensed("part", Part.Kind.IMAGE, height, width, 2);
        SameDiff graph = SameDiff.create();
        Parameters parameters = parameters(graph, part);
        Encoder encoder = new Encoder(graph, parameters, part, SHARED, 2);
        biases(parameters);
        float[][] pictures = {picture(part, 1), picture(part, 2)};

        SDVariable hidden = encoder.hidden(graph.constant(blocks(part, pictures)));
        Decoder.of(parameters, part, SHARED, 2);
        float[] found;
        try (Plan plan = new Plan(graph, Map.of())) {
            found = Floats.of(plan.execute(List.of(hidden.name())).get(hidden.name()));
        }

        Weights weights = parameters.weights();
        for (int i = 0; i < 2; i++) {
            float[] expected = encoded(part, weights, pictures[i]);
            assertThat(Arrays.copyOfRange(found, 256 * i, 256 * (i + 1)))
                    .containsExactly(expected, Offset.offset(1e-4f));
        }
    }

    private static Parameters parameters(SameDiff graph, Part.Sensed part) {
        return new Parameters(graph, new Architecture(List.of(part), SHARED, new Prior.Normal()), 5);
    }

    private static void biases(Parameters parameters) {
        Random random = new Random(3);
        parameters.names().stream().filter(name -> name.endsWith(".b")).forEach(name -> {
            INDArray array = parameters.array(name);
            for (int i = 0; i < array.length(); i++) {
                array.putScalar(i, random.nextFloat() - 0.3f);
            }
        });
    }

    private static float[] picture(Part.Sensed part, long seed) {
        Random random = new Random(seed);
        float[] picture = new float[part.size()];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = random.nextFloat();
        }
        return picture;
    }

    private static INDArray blocks(Part.Sensed part, float[][] pictures) {
        int[] order = new Blocks(part.height(), part.width()).order();
        float[][] rows = new float[pictures.length][order.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < order.length; j++) {
                rows[i][j] = order[j] < 0 ? 0 : pictures[i][order[j]];
            }
        }
        return Nd4j.createFromArray(rows);
    }

    private static float[] encoded(Part.Sensed part, Weights weights, float[] picture) {
        float[] first = convolved(weights, "part.enc.conv1", picture, part.height(), part.width(), 1, 16);
        float[] second = convolved(weights, "part.enc.conv2", first, part.height() / 2, part.width() / 2, 16, 32);
        float[] w = weights.require("part.enc.dense.w").values();
        float[] b = weights.require("part.enc.dense.b").values();
        float[] out = new float[b.length];
        for (int j = 0; j < out.length; j++) {
            double sum = b[j];
            for (int i = 0; i < second.length; i++) {
                sum += second[i] * w[i * out.length + j];
            }
            out[j] = (float) Math.max(0, sum);
        }
        return out;
    }

    /** 4×4, stride 2, padding 1, rectified; height, width, channel on both sides. */
    private static float[] convolved(
            Weights weights, String layer, float[] in, int height, int width, int cin, int cout) {
        float[] w = weights.require(layer + ".w").values();
        float[] b = weights.require(layer + ".b").values();
        float[] out = new float[(height / 2) * (width / 2) * cout];
        for (int i = 0; i < out.length; i++) {
            int channel = i % cout;
            int x = i / cout % (width / 2);
            int y = i / cout / (width / 2);
            double sum = b[channel];
            for (int tap = 0; tap < 16 * cin; tap++) {
                int c = tap % cin;
                int inX = 2 * x - 1 + tap / cin % 4;
                int inY = 2 * y - 1 + tap / cin / 4;
                if (inX >= 0 && inX < width && inY >= 0 && inY < height) {
                    sum += in[(inY * width + inX) * cin + c] * w[channel * 16 * cin + tap];
                }
            }
            out[i] = (float) Math.max(0, sum);
        }
        return out;
    }
}
