package dev.kintsugi.mvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.Weights;
import dev.kintsugi.mvae.infer.Inference;
import dev.kintsugi.mvae.infer.Inferred.Posterior;
import dev.kintsugi.mvae.infer.Observed;
import dev.kintsugi.mvae.infer.Request;
import dev.kintsugi.mvae.infer.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
    private static final Architecture ARCHITECTURE = TinyWorld.architecture(new Prior.Mixture(3));
    private static final TrainingData DATA = TinyWorld.data(21);
    private static final TrainingData HELD = TinyWorld.data(6);

    @TempDir
    Path folder;

    @Test
    void givesTheSameWeightsForTheSameSeed() {
        var settings = TinyWorld.settings(2, 1);

        assertThat(train(ARCHITECTURE, settings, progress -> {}))
                .isEqualTo(train(ARCHITECTURE, settings, progress -> {}));
    }

    @Test
    void comesToTheSameWeightsAfterAKill() {
        var settings = TinyWorld.settings(3, 0.5);
        Path file = folder.resolve("checkpoint");
        Weights uninterrupted = train(ARCHITECTURE, settings, progress -> {});

        assertThatThrownBy(() -> train(ARCHITECTURE, settings, Optional.of(file), progress -> {
                    if (progress.step() == 8) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);
        List<Long> steps = new ArrayList<>();
        Weights resumed = train(ARCHITECTURE, settings, Optional.of(file), progress -> steps.add(progress.step()));

        assertThat(steps.get(0)).isEqualTo(7);
        assertThat(resumed).isEqualTo(uninterrupted);
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesTheCheckpointOfAnotherTraining() {
        Path file = folder.resolve("checkpoint");
        assertThatThrownBy(() -> train(ARCHITECTURE, TinyWorld.settings(2, 1), Optional.of(file), progress -> {
                    if (progress.pass() == 2) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);

        assertThatThrownBy(() -> train(ARCHITECTURE, TinyWorld.settings(3, 1), Optional.of(file), progress -> {}))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("is of another training")
                .hasMessageContaining("delete it");
    }

    @Test
    void refusesACheckpointThatEndsEarly() throws Exception {
        Path file = folder.resolve("checkpoint");
        try (var training = new Training(ARCHITECTURE, TinyWorld.settings(1, 1), DATA, HELD)) {
            new Checkpoint(file).save(training);
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> train(ARCHITECTURE, TinyWorld.settings(1, 1), Optional.of(file), progress -> {}))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("ends early");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void lowersTheLossWithAnyShareOfLabels(double labels) {
        List<Double> losses = new ArrayList<>();

        train(ARCHITECTURE, TinyWorld.settings(5, labels), progress -> {
            if (progress.step() % 6 == 0) {
                losses.add(progress.validation().orElseThrow());
            }
        });

        assertThat(losses.get(losses.size() - 1)).isLessThan(losses.get(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheClassesThatNobodyTellsByWhatTheSidesAgreeOn(long seed) {
        var settings = new TrainingSettings(25, 32, 0.005, 0.5, 1, Map.of(), TinyWorld.TERMS, 0, 1, 0, seed);
        TrainingData pairs = TinyWorld.data(320);

        Weights weights = new Trainer(ARCHITECTURE, settings, Optional.empty(), progress -> {}, System::nanoTime)
                .train(pairs, HELD, Optional.empty());

        for (String side : List.of("image", "audio")) {
            assertThat(classesOf(weights, side))
                    .as(side)
                    .hasSize(3)
                    .allSatisfy((told, found) ->
                            assertThat(found).as("class " + told).hasSize(1));
        }
        assertThat(classesOf(weights, "image")).isEqualTo(classesOf(weights, "audio"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void callsTheClassesThatItFindsWhatTheFewAreToldToBe(long seed) {
        var settings = new TrainingSettings(25, 32, 0.005, 0.5, 1, Map.of(), TinyWorld.TERMS, .05, 1, 0, seed);

        Weights weights = new Trainer(ARCHITECTURE, settings, Optional.empty(), progress -> {}, System::nanoTime)
                .train(TinyWorld.data(320), HELD, Optional.empty());

        for (String side : List.of("image", "audio")) {
            assertThat(classesOf(weights, side)).as(side).isEqualTo(Map.of(0, Set.of(0), 1, Set.of(1), 2, Set.of(2)));
        }
    }

    /** As what each class is guessed, by one side alone. */
    private static Map<Integer, Set<Integer>> classesOf(Weights weights, String side) {
        Workspace workspace = Inference.of(ARCHITECTURE, weights).workspace();
        Map<Integer, Set<Integer>> found = new TreeMap<>();
        TrainingData others = TinyWorld.data(60);
        for (int number = 0; number < others.size(); number++) {
            float[] row = others.observation(99, number).rows().get(side);
            if (row != null) {
                var seen = new Observed(Map.of(side, row), Map.of(), number);
                Posterior posterior = (Posterior)
                        workspace.infer(List.of(seen), Request.nothing()).get(0);
                found.computeIfAbsent(number % 3, told -> new TreeSet<>()).add(posterior.guess("label"));
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "audio"})
    void trainsOneModalityAlone(String name) {
        Part.Sensed part = name.equals("image") ? TinyWorld.IMAGE : TinyWorld.AUDIO;
        var alone = new Architecture(
                List.of(new Part.Sensed(name, part.kind(), part.height(), part.width(), 0)), 4, new Prior.Normal());
        List<Map<String, Double>> terms = new ArrayList<>();

        train(alone, TinyWorld.settings(5, 0), progress -> terms.add(progress.terms()));

        assertThat(terms.get(0)).containsOnlyKeys(name, "shared");
        assertThat(terms.get(terms.size() - 1).get(name))
                .isLessThan(terms.get(0).get(name));
    }

    @Test
    void stopsWhenValidationNoLongerImproves() {
        var patient = new TrainingSettings(50, 4, 0.05, 0, 1, Map.of(), TinyWorld.TERMS, 1, 1, 2, 7);
        List<Integer> passes = new ArrayList<>();

        train(ARCHITECTURE, patient, progress -> passes.add(progress.pass()));

        assertThat(passes.get(passes.size() - 1)).isLessThan(50);
    }

    @Test
    void saysWhatToDoWhenTheLossIsNoLongerFinite() {
        var wild = new TrainingSettings(50, 4, 1e30, 0, 1, Map.of(), TinyWorld.TERMS, 1, 1, 0, 7);

        assertThatThrownBy(() -> train(ARCHITECTURE, wild, progress -> {}))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("use a lower learning rate");
    }

    @Test
    void keepsTheGameOfEncoderAndAdversaryFinite() {
        var fierce = new TrainingSettings(
                20,
                4,
                0.02,
                0,
                1,
                Map.of("image", 0., "audio", 0.),
                new TrainingSettings.Terms(0, 0.5, 1000, 0),
                1,
                1,
                0,
                7);
        List<Double> reversal = new ArrayList<>();

        train(ARCHITECTURE, fierce, progress -> reversal.add(progress.terms().get("reversal")));

        double mostWrong = 2 * 5 + Math.log(3);
        assertThat(reversal).allMatch(value -> value >= 0 && value <= 2 * mostWrong);
    }

    @Test
    void needsNoMoreMemoryAfterManySteps() {
        try (var training = new Training(ARCHITECTURE, TinyWorld.settings(4, 1), DATA, HELD)) {
            List<Integer> arrays = new ArrayList<>();
            while (!training.isDone()) {
                training.step();
                arrays.add(training.arrays());
            }

            assertThat(arrays.get(arrays.size() - 1)).isEqualTo(arrays.get(6));
        }
    }

    @Test
    void refusesARowOfAnotherLength() {
        var tooShort = new TrainingData() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public Observation observation(int pass, int number) {
                return new Observation(Map.of("image", new float[63]), Map.of());
            }
        };

        assertThatThrownBy(() -> new Trainer(
                                ARCHITECTURE, TinyWorld.settings(1, 1), Optional.empty(), any -> {}, System::nanoTime)
                        .train(tooShort, HELD, Optional.empty()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("observation 0 has 63 values of image, where the model has 8x8");
    }

    @Test
    void beginsWithTheWeightsItIsGiven() {
        Weights before = train(ARCHITECTURE, TinyWorld.settings(1, 1), progress -> {});
        try (var training = new Training(ARCHITECTURE, TinyWorld.settings(1, 1), DATA, HELD)) {
            training.startFrom(before);

            assertThat(training.weights()).isEqualTo(before);
        }
    }

    private static Weights train(Architecture architecture, TrainingSettings settings, Progress.Listener listener) {
        return train(architecture, settings, Optional.empty(), listener);
    }

    private static Weights train(
            Architecture architecture, TrainingSettings settings, Optional<Path> file, Progress.Listener listener) {
        return new Trainer(architecture, settings, file, listener, System::nanoTime)
                .train(DATA, HELD, Optional.empty());
    }

    /** What a kill is to the training: it ends between two steps, and nothing more is done. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
