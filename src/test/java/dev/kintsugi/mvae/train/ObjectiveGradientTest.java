package dev.kintsugi.mvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kintsugi.mvae.Prior;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every gradient against a finite difference of the terms that the objective reports. */
class ObjectiveGradientTest {
    /** Small enough to meet few kinks of rectifiers, large enough for what single precision leaves of a loss of 1,000. */
    private static final double STEP = 0.002;

    static Stream<Arguments> worlds() {
        return Stream.of(
                arguments(new Prior.Normal(), 1.0),
                arguments(new Prior.Mixture(3), 1.0),
                arguments(new Prior.Normal(), 0.5),
                arguments(new Prior.Mixture(3), 0.5));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void isTheSlopeOfTheTermsForEveryVariable(Prior prior, double labels) {
        var settings = TinyWorld.settings(1, labels);
        var objective = new Objective(TinyWorld.architecture(prior), settings);
        fill(objective, prior, settings);
        try (Step step = new Step(objective)) {
            Map<String, float[]> gradients = gradients(step);

            assertThat(gradients.keySet())
                    .containsExactlyInAnyOrderElementsOf(objective.parameters().names());
            gradients.forEach((name, gradient) -> {
                double length = length(gradient);
                double slope = slope(objective, step, settings, name, gradient, length);
                assertThat(slope).as(name).isCloseTo(length, within(0.05 * length + 0.1));
            });
        }
    }

    @Test
    void givesTheSameNumbersWhenRunTwice() {
        var settings = TinyWorld.settings(1, 1);
        var prior = new Prior.Mixture(3);
        var objective = new Objective(TinyWorld.architecture(prior), settings);
        fill(objective, prior, settings);
        try (Step step = new Step(objective)) {
            Map<String, float[]> once = gradients(step);
            Map<String, Double> terms = step.terms();

            assertThat(step.terms()).isEqualTo(terms);
            gradients(step)
                    .forEach((name, values) -> assertThat(values).as(name).isEqualTo(once.get(name)));
        }
    }

    private static void fill(Objective objective, Prior prior, TrainingSettings settings) {
        var data = TinyWorld.data(10);
        new Batches(TinyWorld.architecture(prior), settings, objective)
                .fill(data, IntStream.range(0, 10).toArray(), new Batches.Place(0, 0, 0.7, true));
    }

    private static Map<String, float[]> gradients(Step step) {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        step.gradients(false).gradients().forEach((name, array) -> gradients.put(name, Floats.of(array)));
        return gradients;
    }

    /** The central difference along the gradient itself, whose expected value is the gradient's length. */
    private static double slope(
            Objective objective, Step step, TrainingSettings settings, String name, float[] gradient, double length) {
        var array = objective.parameters().array(name);
        float[] here = Floats.of(array);
        double[] losses = new double[2];
        for (int side = 0; side < 2; side++) {
            float[] moved = here.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += (float) ((side == 0 ? -STEP : STEP) * gradient[i] / Math.max(length, 1e-12));
            }
            Floats.into(array, moved);
            Map<String, Double> terms = step.terms();
            losses[side] = objective.loss(terms) - settings.weights().reversal() * terms.get("reversal");
        }
        Floats.into(array, here);
        return (losses[1] - losses[0]) / (2 * STEP);
    }

    private static double length(float[] values) {
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> (double) values[i] * values[i])
                .sum());
    }
}
