package dev.kintsugi.mvae.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InferenceTest {
    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void encodesAsTheNetworkIsDescribed(long seed) {
        for (Architecture architecture : List.of(RandomModel.digits(), RandomModel.odd())) {
            Weights weights = RandomModel.weights(architecture, seed);
            var reference = new ReferenceNetwork(weights);
            Workspace workspace = Inference.of(architecture, weights).workspace();
            for (Part.Sensed part : architecture.sensed()) {
                float[] rows = RandomModel.rows(seed, 3, part.size());
                Encoded encoded = workspace.encode(part.name(), rows, 3);
                for (int row = 0; row < 3; row++) {
                    double[] values = values(rows, row, part.size());
                    agrees(encoded.shared().row(row), reference.encoded(part, values, "shared"));
                    if (part.privateSize() > 0) {
                        agrees(encoded.privates().row(row), reference.encoded(part, values, "private"));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void decodesAsTheNetworkIsDescribed(long seed) {
        for (Architecture architecture : List.of(RandomModel.digits(), RandomModel.odd())) {
            Weights weights = RandomModel.weights(architecture, seed);
            var reference = new ReferenceNetwork(weights);
            Workspace workspace = Inference.of(architecture, weights).workspace();
            for (Part.Sensed part : architecture.sensed()) {
                int latent = architecture.shared() + part.privateSize();
                float[] latents = gaussians(seed, 3 * latent);
                float[] logits = new float[3 * part.size()];
                workspace.logits(part.name(), latents, 3, logits);
                float[] means = new float[3 * part.size()];
                workspace.decode(part.name(), latents, 3, means);
                double[] expected = reference.logits(part, values(latents, 1, latent));
                for (int i = 0; i < part.size(); i++) {
                    assertThat((double) logits[part.size() + i]).isCloseTo(expected[i], close(expected[i]));
                    assertThat((double) means[part.size() + i])
                            .isCloseTo(1 / (1 + Math.exp(-expected[i])), within(TOLERANCE));
                }
            }
        }
    }

    @Test
    void givesProbabilitiesOfTheClasses() {
        Weights weights = RandomModel.weights(RandomModel.digits(), 1);
        float[] shared = gaussians(1, 2 * 16);

        float[] probabilities =
                Inference.of(RandomModel.digits(), weights).workspace().probabilities("label", shared, 2);

        double[] logits = new ReferenceNetwork(weights).logits(RandomModel.LABEL, values(shared, 1, 16));
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        for (int label = 0; label < 10; label++) {
            assertThat((double) probabilities[10 + label]).isCloseTo(Math.exp(logits[label]) / sum, within(TOLERANCE));
        }
    }

    @Test
    void multipliesExpertsAndTheStandardNormal() {
        Workspace workspace = workspace();
        Gaussians one = new Gaussians(16, filled(16, 2f), filled(16, (float) Math.log(0.5)));
        Gaussians two = new Gaussians(16, filled(16, -1f), filled(16, (float) Math.log(0.25)));

        Gaussians fused = workspace.fuse(List.of(one, two), 1);

        // Precisions 1, 2 and 4 about 0, 2 and -1.
        assertThat((double) fused.mean()[15]).isCloseTo(0, within(TOLERANCE));
        assertThat((double) fused.logVariance()[15]).isCloseTo(-Math.log(7), within(TOLERANCE));
    }

    @Test
    void fusesNothingToThePrior() {
        Gaussians fused = workspace().fuse(List.of(), 2);

        assertThat(fused.mean()).hasSize(32).containsOnly(0f);
        assertThat(fused.logVariance()).containsOnly(0f);
    }

    @Test
    void holdsTheComponentAPointLiesInResponsible() {
        Weights weights = RandomModel.weights(RandomModel.digits(), 3);
        float[] means = weights.require("prior.mean").values();
        Workspace workspace = Inference.of(RandomModel.digits(), weights).workspace();

        float[] responsibilities = workspace.responsibilities(means, 10);

        float[] variances = weights.require("prior.logvar").values();
        float[] logits = weights.require("prior.logits").values();
        for (int point = 0; point < 10; point++) {
            double[] densities = new double[10];
            for (int component = 0; component < 10; component++) {
                densities[component] = Math.exp(logits[component]);
                for (int i = 0; i < 16; i++) {
                    double variance = Math.exp(variances[component * 16 + i]);
                    double distance = means[point * 16 + i] - means[component * 16 + i];
                    densities[component] *= Math.exp(-distance * distance / (2 * variance)) / Math.sqrt(variance);
                }
            }
            double sum = Arrays.stream(densities).sum();
            for (int component = 0; component < 10; component++) {
                assertThat((double) responsibilities[point * 10 + component])
                        .isCloseTo(densities[component] / sum, within(TOLERANCE));
            }
        }
    }

    @Test
    void holdsTheOnlyComponentOfANormalPriorWhollyResponsible() {
        var architecture = new Architecture(List.of(RandomModel.IMAGE), 16, new Prior.Normal());
        Workspace workspace =
                Inference.of(architecture, RandomModel.weights(architecture, 1)).workspace();

        assertThat(workspace.responsibilities(gaussians(1, 32), 2)).containsExactly(1f, 1f);
    }

    @Test
    void refusesWeightsOfAnotherArchitecture() {
        Weights weights = RandomModel.weights(RandomModel.odd(), 1);

        assertThatThrownBy(() -> Inference.of(RandomModel.digits(), weights))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("image.enc.dense.w");
    }

    @Test
    void namesThePartsOfTheModelWhenAskedForAnother() {
        assertThatThrownBy(() -> workspace().encode("kannada", new float[784], 1))
                .hasMessageContaining("kannada")
                .hasMessageContaining("image");
    }

    @Test
    void staysWithinZeroAndOneHoweverFarTheLogits() {
        float[] values = {-1e30f, -40, -17, 0, 17, 40, 1e30f};

        Activations.sigmoid(values, values.length);

        assertThat(values).isSorted().startsWith(0f).contains(0.5f).endsWith(1f);
    }

    private static Workspace workspace() {
        return Inference.of(RandomModel.digits(), RandomModel.weights(RandomModel.digits(), 1))
                .workspace();
    }

    private static void agrees(Gaussians row, double[] expected) {
        for (int i = 0; i < row.size(); i++) {
            assertThat((double) row.mean()[i]).isCloseTo(expected[i], close(expected[i]));
            double logVariance = expected[row.size() + i];
            assertThat((double) row.logVariance()[i]).isCloseTo(logVariance, close(logVariance));
        }
    }

    private static Offset<Double> close(double expected) {
        return within(TOLERANCE * Math.max(1, Math.abs(expected)));
    }

    private static double[] values(float[] rows, int row, int size) {
        return ReferenceNetwork.doubles(Arrays.copyOfRange(rows, row * size, (row + 1) * size));
    }

    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return values;
    }

    private static float[] gaussians(long seed, int size) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
