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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContrastTest {
    private static final Part.Sensed IMAGE = new Part.Sensed("image", Part.Kind.IMAGE, 8, 8, 1);
    private static final Part.Sensed AUDIO = new Part.Sensed("audio", Part.Kind.AUDIO, 64, 8, 2);
    private static final Architecture ARCHITECTURE = new Architecture(List.of(IMAGE, AUDIO), 2, new Prior.Mixture(3));
    private static final Weights GREY = RandomModel.weights(ARCHITECTURE, 4);
    private static final Weights CLEAR =
            GREY.with(List.of(Tensor.of(ARCHITECTURE.contrasts().get(0), new float[] {2.5f})));
    private static final Request DRAWN = new Request(Request.Draw.ALL, 2, true);

    @Test
    void multipliesTheLogOddsOfWhatIsDrawn() {
        List<float[]> grey = decoded("audio", GREY, DRAWN).get("image");
        List<float[]> clear = decoded("audio", CLEAR, DRAWN).get("image");

        for (int sample = 0; sample < 2; sample++) {
            for (int i = 0; i < IMAGE.size(); i++) {
                assertThat(odds(clear.get(sample)[i])).isCloseTo(2.5 * odds(grey.get(sample)[i]), within(.01));
            }
        }
    }

    @Test
    void leavesWhatIsAtTheMeanAsItIs() {
        assertThat(decoded("audio", CLEAR, Request.mean()).get("image").get(0))
                .containsExactly(
                        decoded("audio", GREY, Request.mean()).get("image").get(0));
    }

    @Test
    void leavesAPictureThatIsThereAsItIs() {
        assertThat(decoded("image", CLEAR, DRAWN).get("image").get(0))
                .containsExactly(decoded("image", GREY, DRAWN).get("image").get(0));
    }

    @Test
    void belongsToPicturesAlone() {
        assertThat(ARCHITECTURE.contrasts()).extracting(TensorShape::name).containsExactly("image.contrast");
        assertThat(Contrast.of(IMAGE, GREY)).isEmpty();
    }

    private static Map<String, List<float[]>> decoded(String from, Weights weights, Request request) {
        Part.Sensed part = from.equals("image") ? IMAGE : AUDIO;
        Observed observed = new Observed(Map.of(from, RandomModel.rows(5, 1, part.size())), Map.of(), 9);
        return ((Inferred.Posterior) Inference.of(ARCHITECTURE, weights)
                        .workspace()
                        .infer(List.of(observed), request)
                        .get(0))
                .decoded();
    }

    private static double odds(float value) {
        return Math.log(value / (1 - value));
    }
}
