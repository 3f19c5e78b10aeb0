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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrainTest {
    private static final Part.Sensed IMAGE = new Part.Sensed("image", Part.Kind.IMAGE, 8, 8, 1);
    private static final Part.Sensed AUDIO = new Part.Sensed("audio", Part.Kind.AUDIO, 64, 8, 2);
    private static final Architecture ARCHITECTURE = new Architecture(List.of(IMAGE, AUDIO), 2, new Prior.Mixture(3));
    private static final Weights SMOOTH = RandomModel.weights(ARCHITECTURE, 4);

    @Test
    void movesValuesByTheDeviationOfTheirLoudnessAndBand() {
        float[] deviations = new float[Architecture.GRAIN_LEVELS * 8];
        deviations[Architecture.GRAIN_LEVELS / 2 * 8 + 3] = .1f;
        Grain grain = Grain.of(AUDIO, rough(deviations)).orElseThrow();
        double squares = 0;
        int draws = 200;
        for (int seed = 0; seed < draws; seed++) {
            float[] values = new float[2 * AUDIO.size()];
            Arrays.fill(values, .5f);
            grain.over(values, 1, new Noise(seed, 0, "grain"));
            for (int i = 0; i < values.length; i++) {
                boolean rough = i >= AUDIO.size() && i % 8 == 3;
                assertThat(rough || values[i] == .5f).isTrue();
                squares += Math.pow(values[i] - .5, 2);
            }
        }
        assertThat(Math.sqrt(squares / draws / 64)).isCloseTo(.1, within(.01));
    }

    @Test
    void staysBetweenSilenceAndTheLoudest() {
        float[] deviations = new float[Architecture.GRAIN_LEVELS * 8];
        Arrays.fill(deviations, 3f);
        float[] values = RandomModel.rows(1, 1, AUDIO.size());
        Grain.of(AUDIO, rough(deviations)).orElseThrow().over(values, 0, new Noise(1, 0, "grain"));

        assertThat(values).contains(0f).contains(1f);
        for (float value : values) {
            assertThat(value).isBetween(0f, 1f);
        }
    }

    @Test
    void roughensWhatIsDrawnAndNotWhatIsTheMean() {
        float[] deviations = new float[Architecture.GRAIN_LEVELS * 8];
        Arrays.fill(deviations, .1f);
        Weights rough = rough(deviations);

        assertThat(sound(rough, Request.mean())).containsExactly(sound(SMOOTH, Request.mean()));
        Request drawn = new Request(Request.Draw.ALL, 1, false);
        assertThat(sound(rough, drawn)).isNotEqualTo(sound(SMOOTH, drawn));
        assertThat(sound(rough, drawn)).containsExactly(sound(rough, drawn));
    }

    @Test
    void belongsToSoundsAlone() {
        assertThat(ARCHITECTURE.grains()).extracting(TensorShape::name).containsExactly("audio.grain");
        assertThat(Grain.of(AUDIO, SMOOTH)).isEmpty();
    }

    private static float[] sound(Weights weights, Request request) {
        Observed observed = new Observed(Map.of("image", RandomModel.rows(5, 1, 64)), Map.of(), 9);
        return ((Inferred.Posterior) Inference.of(ARCHITECTURE, weights)
                        .workspace()
                        .infer(List.of(observed), request)
                        .get(0))
                .decoded()
                .get("audio")
                .get(0);
    }

    private static Weights rough(float[] deviations) {
        return SMOOTH.with(List.of(Tensor.of(ARCHITECTURE.grains().get(0), deviations)));
    }
}
