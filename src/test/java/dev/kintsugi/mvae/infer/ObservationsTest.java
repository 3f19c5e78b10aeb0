package dev.kintsugi.mvae.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.RandomModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationsTest {
    private static final Architecture ARCHITECTURE = RandomModel.odd();
    private static final Inference MODEL = Inference.of(ARCHITECTURE, RandomModel.weights(ARCHITECTURE, 7));
    private static final Request EVERYTHING = new Request(Request.Draw.ALL, 2, true);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesARowTheSameBitsInAnyBatchOfUpTo128(long seed) {
        List<Observed> observations = observations(seed, 128);
        List<String> alone = observations.stream()
                .map(one ->
                        bits(MODEL.workspace().infer(List.of(one), EVERYTHING).get(0)))
                .toList();
        Workspace workspace = MODEL.workspace();
        Random random = new Random(seed);
        for (int size = 1; size <= 128; size++) {
            int first = random.nextInt(128 - size + 1);
            List<Inferred> together = workspace.infer(observations.subList(first, first + size), EVERYTHING);
            assertThat(together).extracting(ObservationsTest::bits).isEqualTo(alone.subList(first, first + size));
        }
    }

    @Test
    void givesARowTheSameBitsInTheShippedSizesToo() {
        Architecture digits = RandomModel.digits();
        Inference model = Inference.of(digits, RandomModel.weights(digits, 1));
        for (Part.Sensed part : digits.sensed()) {
            float[] rows = RandomModel.rows(5, 128, part.size());
            Workspace workspace = model.workspace();
            float[] all = workspace.encode(part.name(), rows, 128).shared().mean();
            for (int size : new int[] {1, 2, 3, 5, 31, 32, 33, 127}) {
                float[] some =
                        workspace.encode(part.name(), rows, size).shared().mean();
                assertThat(all).startsWith(some);
            }
        }
    }

    @Test
    void computesBatchesLargerThanItsScratch() {
        Part.Sensed part = ARCHITECTURE.sensed().get(0);
        float[] rows = RandomModel.rows(1, 300, part.size());
        float[] last = RandomModel.rows(1, 300, part.size());
        System.arraycopy(rows, 299 * part.size(), last, 0, part.size());

        Gaussians all = MODEL.workspace().encode("image", rows, 300).shared();

        assertThat(all.row(299).mean())
                .containsExactly(
                        MODEL.workspace().encode("image", last, 1).shared().mean());
    }

    @Test
    void isSafeFromSeveralThreads() throws Exception {
        List<Observed> observations = observations(4, 60);
        List<String> expected = bits(MODEL.workspace().infer(observations, EVERYTHING));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> results = new ArrayList<>();
            for (int task = 0; task < 24; task++) {
                results.add(threads.submit(() -> bits(MODEL.workspace().infer(observations, EVERYTHING))));
            }
            for (Future<List<String>> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void givesAnErrorForAValueThatIsNoNumberAndLeavesItsNeighboursAlone(float bad) {
        List<Observed> observations = new ArrayList<>(observations(5, 9));
        List<String> before = bits(MODEL.workspace().infer(observations, EVERYTHING));
        float[] values = RandomModel.rows(1, 1, 63);
        values[17] = bad;
        observations.set(4, new Observed(Map.of("image", values), Map.of(), 0));

        Workspace workspace = MODEL.workspace();
        List<String> after = bits(workspace.infer(observations, EVERYTHING));

        assertThat(after.remove(4)).contains("value-not-finite").contains("image");
        before.remove(4);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void givesAnErrorForValuesThatOverflowInsideTheModelAndIsNotSpoiledByThem() {
        List<Observed> good = observations(6, 5);
        float[] huge = new float[63];
        Arrays.fill(huge, Float.MAX_VALUE);
        Workspace workspace = MODEL.workspace();
        List<String> before = bits(workspace.infer(good, EVERYTHING));

        Inferred overflowed = workspace
                .infer(List.of(new Observed(Map.of("image", huge), Map.of(), 0)), EVERYTHING)
                .get(0);

        assertThat(overflowed)
                .isInstanceOfSatisfying(
                        Inferred.Unfit.class,
                        unfit -> assertThat(unfit.reason()).isEqualTo("model-overflow"));
        assertThat(bits(workspace.infer(good, EVERYTHING))).isEqualTo(before);
    }

    @Test
    void givesAnErrorForSidesThatTheModelDoesNotHave() {
        List<Observed> observations = List.of(
                new Observed(Map.of("image", new float[62]), Map.of(), 0),
                new Observed(Map.of("smell", new float[63]), Map.of(), 0),
                new Observed(Map.of("label", new float[3]), Map.of(), 0),
                new Observed(Map.of(), Map.of("label", 3), 0),
                new Observed(Map.of(), Map.of("image", 1), 0));

        assertThat(MODEL.workspace().infer(observations, Request.mean()))
                .extracting(result -> ((Inferred.Unfit) result).reason())
                .containsExactly("wrong-size", "unknown-part", "unknown-part", "unknown-class", "unknown-part");
    }

    @Test
    void decodesWhatIsMissingAndGuessesTheLabel() {
        Inferred.Posterior posterior =
                one(new Observed(side("image", 1), Map.of(), 3), new Request(Request.Draw.PRIVATE, 3, false));

        assertThat(posterior.decoded()).containsOnlyKeys("audio");
        assertThat(posterior.decoded().get("audio"))
                .hasSize(3)
                .allSatisfy(values -> assertThat(values).hasSize(120));
        assertThat(posterior.labels().get("label")).hasSize(3);
        assertThat(posterior.privates()).containsOnlyKeys("image");
        assertThat(posterior.responsibilities()).hasSize(3);
    }

    @Test
    void splitsAttentionAmongThePriorAndTheSidesPresent() {
        Inferred.Posterior posterior = one(new Observed(side("image", 1), Map.of("label", 2), 3), Request.mean());

        assertThat(posterior.attention()).containsOnlyKeys("prior", "image", "label");
        assertThat(posterior.attention().values().stream()
                        .mapToDouble(Float::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void agreesWithFusingByHand() {
        float[] image = RandomModel.rows(1, 1, 63);
        float[] audio = RandomModel.rows(1, 1, 120);
        Workspace workspace = MODEL.workspace();

        Inferred.Posterior posterior =
                one(new Observed(Map.of("image", image, "audio", audio), Map.of("label", 1), 3), Request.mean());

        List<Gaussians> experts = List.of(
                workspace.encode("image", image, 1).shared(),
                workspace.encode("audio", audio, 1).shared(),
                workspace.experts("label", new int[] {1}));
        Gaussians fused = workspace.fuse(experts, 1);
        assertThat(posterior.shared().mean()).containsExactly(fused.mean());
        assertThat(posterior.shared().logVariance()).containsExactly(fused.logVariance());
    }

    @Test
    void restoresFromNothingButThePrior() {
        Inferred.Posterior posterior = one(new Observed(Map.of(), Map.of(), 3), Request.mean());

        assertThat(posterior.shared().mean()).containsOnly(0f);
        assertThat(posterior.decoded()).containsOnlyKeys("image", "audio");
        assertThat(posterior.attention()).containsExactly(Map.entry("prior", 1f));
    }

    @Test
    void drawsTheSameSampleForTheSameSeedAndAnotherForAnother() {
        Request draw = new Request(Request.Draw.PRIVATE, 2, false);
        Map<String, float[]> audio = side("audio", 1);
        List<float[]> first =
                one(new Observed(audio, Map.of(), 3), draw).decoded().get("image");
        List<float[]> again =
                one(new Observed(audio, Map.of(), 3), draw).decoded().get("image");
        List<float[]> other =
                one(new Observed(audio, Map.of(), 4), draw).decoded().get("image");

        assertThat(again.get(1)).containsExactly(first.get(1));
        assertThat(first.get(0)).isNotEqualTo(first.get(1));
        assertThat(other.get(0)).isNotEqualTo(first.get(0));
    }

    @Test
    void drawsFromTheStandardNormal() {
        float[] values = new float[200_000];
        for (int sample = 0; sample < 1000; sample++) {
            new Noise(11, sample, "image").fill(values, sample * 200, 200);
        }
        double mean = 0;
        double square = 0;
        for (float value : values) {
            mean += value / values.length;
            square += value * value / values.length;
        }
        assertThat(mean).isCloseTo(0, within(0.01));
        assertThat(square).isCloseTo(1, within(0.02));
    }

    private static Inferred.Posterior one(Observed observed, Request request) {
        return (Inferred.Posterior)
                MODEL.workspace().infer(List.of(observed), request).get(0);
    }

    private static Map<String, float[]> side(String part, long seed) {
        int size = ((Part.Sensed) ARCHITECTURE.part(part).orElseThrow()).size();
        return Map.of(part, RandomModel.rows(seed, 1, size));
    }

    /** Observations with random subsets of their sides. */
    private static List<Observed> observations(long seed, int count) {
        Random random = new Random(seed);
        List<Observed> observations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, float[]> sensed = new HashMap<>();
            for (String part : List.of("image", "audio")) {
                if (random.nextBoolean()) {
                    sensed.putAll(side(part, random.nextLong()));
                }
            }
            Map<String, Integer> labels = random.nextInt(3) == 0 ? Map.of("label", random.nextInt(3)) : Map.of();
            observations.add(new Observed(sensed, labels, random.nextLong()));
        }
        return observations;
    }

    private static List<String> bits(List<Inferred> results) {
        return new ArrayList<>(results.stream().map(ObservationsTest::bits).toList());
    }

    /** Every number of a result, as text that tells any two floats apart. */
    private static String bits(Inferred result) {
        if (result instanceof Inferred.Posterior posterior) {
            StringBuilder text = new StringBuilder();
            text.append(Arrays.toString(posterior.shared().mean()));
            text.append(Arrays.toString(posterior.shared().logVariance()));
            posterior.privates().forEach((part, own) -> text.append(part).append(Arrays.toString(own.mean())));
            text.append(Arrays.toString(posterior.responsibilities()));
            text.append(posterior.attention());
            posterior
                    .decoded()
                    .forEach((part, samples) ->
                            samples.forEach(values -> text.append(part).append(Arrays.toString(values))));
            posterior.labels().forEach((part, p) -> text.append(part).append(Arrays.toString(p)));
            return text.toString();
        }
        return result.toString();
    }
}
