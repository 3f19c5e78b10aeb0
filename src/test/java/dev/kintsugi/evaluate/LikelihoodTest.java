package dev.kintsugi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.TensorShape;
import dev.kintsugi.mvae.Weights;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.bundle.Manifest;
import dev.kintsugi.mvae.bundle.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
    private static final Part.Sensed IMAGE = new Part.Sensed("image", Part.Kind.IMAGE, 8, 8, 2);
    private static final Part.Sensed AUDIO = new Part.Sensed("audio", Part.Kind.AUDIO, 8, 8, 1);
    private static final Architecture ARCHITECTURE = new Architecture(List.of(IMAGE, AUDIO), 3, new Prior.Mixture(2));
    private static final Manifest MANIFEST =
            Manifest.of(ARCHITECTURE, Map.of(), new Provenance(List.of(), 1, "", "", ""));

    @Test
    void isExactForAModelThatSaysTheSameWhateverTheLatent() {
        double logit = .5;
        Weights weights = constant(logit);
        Sample sample = new Sample(Map.of("image", filled(1), "audio", filled(0)), 0, 0, Optional.empty());

        double nats = new Likelihood(new Examinee(Bundle.of(MANIFEST, weights), 1), 4_000).mean(List.of(sample));

        double expected = 64 * Math.log1p(Math.exp(-logit)) + 64 * (logit + Math.log1p(Math.exp(-logit)));
        assertThat(nats).isCloseTo(expected, within(.03));
    }

    @Test
    void isABoundThatFallsWithMoreDraws() {
        Bundle bundle = Bundle.of(MANIFEST, RandomModel.weights(ARCHITECTURE, 3));
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            samples.add(new Sample(Map.of("image", RandomModel.rows(i, 1, 64)), 0, i, Optional.empty()));
        }

        double few = new Likelihood(new Examinee(bundle, 1), 1).mean(samples);
        double many = new Likelihood(new Examinee(bundle, 1), 200).mean(samples);

        assertThat(many).isLessThan(few);
    }

    private static float[] filled(float value) {
        float[] row = new float[64];
        java.util.Arrays.fill(row, value);
        return row;
    }

    /**
     * All weights 0, but for the last biases, and for experts that say next to nothing: a posterior much narrower than the
     * prior would make the estimate's own variance large.
     */
    private static Weights constant(double logit) {
        List<Tensor> tensors = new ArrayList<>();
        for (TensorShape shape : ARCHITECTURE.tensors()) {
            float[] values = new float[shape.size()];
            if (shape.name().endsWith(".dec.out.b")) {
                java.util.Arrays.fill(values, (float) logit);
            }
            if (shape.name().endsWith(".enc.shared.b")) {
                java.util.Arrays.fill(values, ARCHITECTURE.shared(), values.length, 4);
            }
            tensors.add(Tensor.of(shape, values));
        }
        return Weights.of(tensors);
    }
}
