package dev.kintsugi.mvae.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.TensorShape;
import dev.kintsugi.mvae.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final Part.Sensed IMAGE = new Part.Sensed("image", Part.Kind.IMAGE, 8, 8, 1);
    private static final Part.Sensed AUDIO = new Part.Sensed("audio", Part.Kind.AUDIO, 8, 8, 2);
    private static final Architecture ARCHITECTURE = new Architecture(List.of(IMAGE, AUDIO), 2, new Prior.Mixture(3));
    private static final Weights PLAIN = RandomModel.weights(ARCHITECTURE, 4);
    private static final int DRAWS = 20_000;

    @Test
    void drawsWithTheMeanAndTheCovarianceOfTheComponent() {
        Likeness likeness = Likeness.of(IMAGE, 2, weights()).orElseThrow();
        double[] sum = new double[3];
        double[][] products = new double[3][3];
        for (int draw = 0; draw < DRAWS; draw++) {
            float[] latent = new float[3];
            likeness.draw(1, new Noise(1, draw, "image"), latent, 0);
            for (int i = 0; i < 3; i++) {
                sum[i] += latent[i] / DRAWS;
                for (int k = 0; k < 3; k++) {
                    products[i][k] += (latent[i] - 10.) * (latent[k] - 10) / DRAWS;
                }
            }
        }
        // Every root has 1 in its diagonal and 2 below it.
        double[][] covariance = {{1, 2, 2}, {2, 5, 6}, {2, 6, 9}};
        for (int i = 0; i < 3; i++) {
            assertThat(sum[i]).isCloseTo(10, within(.1));
            assertThat(products[i]).containsExactly(covariance[i], within(.4));
        }
    }

    @Test
    void tellsNothingWhereTheWeightsDoNot() {
        assertThat(Likeness.of(IMAGE, 2, PLAIN)).isEmpty();
    }

    @Test
    void restoresASampleAsTheComponentThatIsResponsible() {
        Inference model = Inference.of(ARCHITECTURE, weights());
        for (int seed = 0; seed < 20; seed++) {
            Observed observed = new Observed(Map.of("image", RandomModel.rows(seed, 1, 64)), Map.of(), seed);
            Inferred.Posterior posterior = (Inferred.Posterior) model.workspace()
                    .infer(List.of(observed), new Request(Request.Draw.ALL, 2, false))
                    .get(0);
            float[] first = posterior.decoded().get("audio").get(0);
            boolean possible = false;
            for (int component = 0; component < 3; component++) {
                float[] latent = new float[4];
                Likeness.of(AUDIO, 2, weights()).orElseThrow().draw(component, new Noise(seed, 0, "audio"), latent, 0);
                float[] values = new float[64];
                model.workspace().decode("audio", latent, 1, values);
                possible |= Arrays.equals(values, first) && posterior.responsibilities()[component] > 0;
            }
            assertThat(possible).isTrue();
        }
    }

    @Test
    void imaginesAllPartsOfOneComponent() {
        Workspace workspace = Inference.of(ARCHITECTURE, weights()).workspace();
        int[] components = new int[3];
        for (int seed = 0; seed < 300; seed++) {
            int image = Math.round(workspace.imagine("image", seed, 0)[0] / 10);
            // Means are 0, 10 and 20, and the first dimension has a variance of 1.
            assertThat(Math.round(workspace.imagine("audio", seed, 0)[0] / 10)).isEqualTo(image);
            assertThat(image).isEqualTo(workspace.imaginedComponent(seed));
            components[image]++;
        }
        assertThat(components).doesNotContain(0);
    }

    private static Weights weights() {
        List<Tensor> likenesses = new ArrayList<>();
        for (TensorShape shape : ARCHITECTURE.likenesses()) {
            float[] values = new float[shape.size()];
            int size = shape.shape()[1];
            for (int i = 0; i < values.length; i++) {
                int row = i / size % size;
                int column = i % size;
                values[i] = shape.name().endsWith("mean") ? 10 * (i / size) : column == row ? 1 : column < row ? 2 : 0;
            }
            likenesses.add(Tensor.of(shape, values));
        }
        // The same shares for all components.
        Tensor logits = PLAIN.require("prior.logits");
        likenesses.add(Tensor.of(logits.described(), new float[3]));
        return PLAIN.with(likenesses);
    }
}
