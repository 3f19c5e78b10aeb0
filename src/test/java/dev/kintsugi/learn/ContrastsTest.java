package dev.kintsugi.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.PairedExamples;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.bundle.Manifest;
import dev.kintsugi.mvae.bundle.Provenance;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastsTest {
    private static final Part.Sensed IMAGE = new Part.Sensed("image", Part.Kind.IMAGE, 12, 12, 2);
    private static final Part.Labelled LABEL = new Part.Labelled("label", List.of("a", "b"));
    private static final Architecture ARCHITECTURE = new Architecture(List.of(IMAGE, LABEL), 2, new Prior.Mixture(2));
    private static final Bundle BUNDLE = Bundle.of(
            Manifest.of(ARCHITECTURE, Map.of(), new Provenance(List.of(), 1, "", "", "")),
            RandomModel.weights(ARCHITECTURE, 3));
    private static final int COUNT = 300;

    @ParameterizedTest
    @ValueSource(doubles = {1.2, 2, 3.5})
    void findsByHowMuchTheModelsPicturesAreGreyerThanRealOnes(double factor) {
        Tensor found = Contrasts.of(BUNDLE, clearer(factor), COUNT).get(0);

        assertThat((double) found.values()[0]).isCloseTo(factor, within(.06 * factor));
    }

    @Test
    void takesNoneAwayWhereRealPicturesAreGreyer() {
        assertThat(Contrasts.of(BUNDLE, clearer(.5), COUNT).get(0).values()[0]).isCloseTo(1, within(.001f));
    }

    /** What the model draws, with its log-odds multiplied. */
    private static Lessons clearer(double factor) {
        Workspace workspace = Inference.of(ARCHITECTURE, BUNDLE.weights()).workspace();
        Examples<float[]> pictures = new Examples<>() {
            @Override
            public int size() {
                return COUNT;
            }

            @Override
            public String label(int number) {
                return number % 2 == 0 ? "a" : "b";
            }

            @Override
            public Example<float[]> get(int number) {
                float[] row = workspace.imagined("image", number, 1);
                for (int i = 0; i < row.length; i++) {
                    row[i] = (float) (1 / (1 + Math.pow((1 - row[i]) / row[i], factor)));
                }
                return new Example<>(label(number), "made#" + number, Optional.empty(), row);
            }
        };
        PairedExamples draws = PairedExamples.ofSources(1, Map.of("image", List.of(pictures)));
        return new Lessons(ARCHITECTURE, draws, COUNT, 1, Optional.empty());
    }
}
