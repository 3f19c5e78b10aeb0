package dev.kintsugi.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.TensorShape;
import dev.kintsugi.mvae.Weights;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoundClassesTest {
    private static final List<String> NAMES = List.of("one", "two", "three");
    private static final Part.Labelled LABEL = new Part.Labelled("label", NAMES);
    private static final Part.Sensed IMAGE = new Part.Sensed("image", Part.Kind.IMAGE, 8, 8, 0);
    private static final Architecture ARCHITECTURE = new Architecture(List.of(IMAGE, LABEL), 4, new Prior.Mixture(3));

    /** The first that was found is two, for the most part, the second three and the third one. */
    private static final List<Posterior> FOUND = List.of(found(0), found(0), found(0), found(1), found(2), found(2));

    private static final List<String> TOLD = List.of("two", "two", "three", "three", "one", "one");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void callsEachClassByItsNameAndLeavesItAsItWas(long seed) {
        Weights weights = weights(seed);
        List<Posterior> before = posteriors(weights);

        Weights named = FoundClasses.named(ARCHITECTURE, LABEL, weights, FOUND, TOLD);

        List<Posterior> after = posteriors(named);
        for (int i = 0; i < after.size(); i++) {
            float[] found = before.get(i).labels().get("label");
            assertThat(after.get(i).labels().get("label")).containsExactly(found[2], found[0], found[1]);
            float[] clusters = before.get(i).responsibilities();
            assertThat(after.get(i).responsibilities()).containsExactly(clusters[2], clusters[0], clusters[1]);
        }
        float[] experts = weights.require("label.enc.table").values();
        float[] moved = named.require("label.enc.table").values();
        assertThat(moved[2 * 4 + 1]).isEqualTo(experts[1]);
    }

    @Test
    void leavesOtherTensorsAlone() {
        Weights weights = weights(1);

        Weights named = FoundClasses.named(ARCHITECTURE, LABEL, weights, FOUND, TOLD);

        assertThat(named.require("image.enc.dense.w")).isEqualTo(weights.require("image.enc.dense.w"));
        assertThat(named.fitting(ARCHITECTURE, "here", "none")).isEqualTo(named);
    }

    private static Posterior found(int number) {
        float[] probabilities = new float[3];
        probabilities[number] = 1;
        return new Posterior(null, Map.of(), new float[] {1}, Map.of(), Map.of(), Map.of("label", probabilities));
    }

    private static Weights weights(long seed) {
        Random random = new Random(seed);
        List<Tensor> tensors = new ArrayList<>();
        for (TensorShape shape : ARCHITECTURE.tensors()) {
            float[] values = new float[shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian() / 4;
            }
            tensors.add(Tensor.of(shape, values));
        }
        return Weights.of(tensors);
    }

    private static List<Posterior> posteriors(Weights weights) {
        Random random = new Random(9);
        List<Posterior> posteriors = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            float[] row = new float[IMAGE.size()];
            for (int k = 0; k < row.length; k++) {
                row[k] = random.nextFloat();
            }
            posteriors.add((Posterior) Inference.of(ARCHITECTURE, weights)
                    .workspace()
                    .infer(List.of(new Observed(Map.of("image", row), Map.of(), i)), Request.nothing())
                    .get(0));
        }
        return posteriors;
    }
}
