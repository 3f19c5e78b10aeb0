package dev.kintsugi.mvae.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Prior;
import dev.kintsugi.mvae.train.TrainingData.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final Architecture ARCHITECTURE = TinyWorld.architecture(new Prior.Normal());
    private static final float[] PICTURE = filled(64, 0.5f);
    private static final float[] SOUND = filled(66, 1);

    @Test
    void sumsOverEveryModalityAloneThePairAndAll() {
        assertThat(Subset.of(ARCHITECTURE, true))
                .extracting(Subset::members)
                .containsExactly(
                        List.of("image"),
                        List.of("audio"),
                        List.of("label"),
                        List.of("image", "audio"),
                        List.of("image", "audio", "label"));
    }

    @Test
    void leavesOutLabelsWhereNoneWillCome() {
        assertThat(Subset.of(ARCHITECTURE, false))
                .extracting(Subset::members)
                .containsExactly(List.of("image"), List.of("audio"), List.of("image", "audio"));
    }

    @Test
    void givesNoWeightToASideThatIsMissing() {
        var inputs = filledWith(1, new Observation(Map.of("image", PICTURE), Map.of("label", 2)));

        // Rows of the first observation by subset: image; audio; label; image and audio; all.
        assertThat(column(inputs, "image.likelihood", 4)).containsExactly(0.25f, 0, 0.125f, 0, 0);
        assertThat(column(inputs, "audio.likelihood", 4)).containsOnly(0);
        assertThat(column(inputs, Inputs.divergence(Inputs.SHARED), 4)).containsExactly(0.25f, 0, 0.25f, 0, 0);
    }

    @Test
    void decodesAMissingMemberFromTheOthersWithTheWeightOfCrossing() {
        var inputs = filledWith(1, new Observation(Map.of("image", PICTURE, "audio", SOUND), Map.of("label", 2)));

        assertThat(column(inputs, "audio.likelihood", 4)).containsExactly(0.125f, 0.25f, 0.125f, 0.25f, 0.25f);
    }

    @Test
    void namesTheComponentOfAToldClassAndNoneOtherwise() {
        Architecture mixed = TinyWorld.architecture(new Prior.Mixture(4));
        var told = new Observation(Map.of("image", PICTURE), Map.of("label", 2));
        var untold = new Observation(Map.of("image", PICTURE), Map.of());
        float never = SharedPrior.ANOTHER_CLASS;

        float[] named = Floats.of(filledWith(mixed, 1, 0, told).arrays().get(Inputs.TOLD));
        float[] unnamed = Floats.of(filledWith(mixed, 1, 0, untold).arrays().get(Inputs.TOLD));

        assertThat(Arrays.copyOf(named, 4)).containsExactly(never, never, 0, never);
        assertThat(unnamed).containsOnly(0);
    }

    @Test
    void namesNoComponentWhereThereAreFewerThanClasses() {
        Architecture mixed = TinyWorld.architecture(new Prior.Mixture(2));
        var told = new Observation(Map.of("image", PICTURE), Map.of("label", 2));

        assertThat(Floats.of(filledWith(mixed, 1, 0, told).arrays().get(Inputs.TOLD)))
                .containsOnly(0);
    }

    @Test
    void usesOnlyAsManyLabelsAsItMay() {
        var observation = new Observation(Map.of("image", PICTURE, "audio", SOUND), Map.of("label", 2));

        assertThat(sum(filledWith(1, observation), "label.likelihood")).isPositive();
        assertThat(sum(filledWith(1e-9, observation), "label.likelihood")).isZero();
    }

    @Test
    void givesPlacesBeyondTheLastObservationNoWeight() {
        var inputs = filledWith(1, new Observation(Map.of("image", PICTURE, "audio", SOUND), Map.of("label", 2)));

        for (String name : List.of("image.likelihood", "audio.likelihood", Inputs.divergence(Inputs.SHARED))) {
            float[] values = Floats.of(inputs.arrays().get(name));
            for (int i = 0; i < values.length; i++) {
                assertThat(i % 4 == 0 || values[i] == 0).as(name + " " + i).isTrue();
            }
        }
    }

    @Test
    void showsTheEncoderWhatIsHamperedAndComparesWithWhatIs() {
        float[] dark = new float[PICTURE.length];
        var inputs = filledWith(
                1, new Observation(Map.of("image", PICTURE, "audio", SOUND), Map.of("image", dark), Map.of()));

        assertThat(sum(Floats.of(inputs.arrays().get(Inputs.seen("image"))))).isZero();
        assertThat(sum(Floats.of(inputs.arrays().get(Inputs.rows("image"))))).isPositive();
        assertThat(Floats.of(inputs.arrays().get(Inputs.seen("audio"))))
                .containsExactly(Floats.of(inputs.arrays().get(Inputs.rows("audio"))));
    }

    @Test
    void shiftsASoundInTimeAndPadsItWithSilence() {
        boolean moved = false;
        for (int pass = 0; pass < 20; pass++) {
            float[] row = Floats.of(filledWith(1, pass, new Observation(Map.of("audio", SOUND), Map.of()))
                    .arrays()
                    .get("audio.rows"));
            int silent = SOUND.length - (int) sum(row);
            assertThat(silent).isIn(0, TinyWorld.AUDIO.width());
            moved |= silent > 0;
        }
        assertThat(moved).isTrue();
    }

    @Test
    void tellsOfTheSameObservationsInEveryPassWhereFewAreLabelled() {
        var settings = TinyWorld.settings(1, .5);
        var objective = new Objective(ARCHITECTURE, settings);
        var batches = new Batches(ARCHITECTURE, settings, objective);
        int[] order = {0, 1, 2, 5};

        batches.fill(TinyWorld.data(10), order, new Batches.Place(0, 0, 1, true));
        float[] labels = Floats.of(objective.inputs().arrays().get("label.rows"));
        float[] first = Floats.of(objective.inputs().arrays().get("image.rows"));
        batches.fill(TinyWorld.data(10), order, new Batches.Place(1, 0, 1, true));
        float[] second = Floats.of(objective.inputs().arrays().get("image.rows"));

        assertThat(Floats.of(objective.inputs().arrays().get("label.rows"))).containsExactly(labels);
        List<Boolean> told = rows(labels, 4).stream().map(row -> sum(row) > 0).toList();
        assertThat(told).contains(true, false);
        for (int row = 0; row < 4; row++) {
            boolean same =
                    Arrays.equals(rows(first, 4).get(row), rows(second, 4).get(row));
            assertThat(same).as("row %s", row).isEqualTo(told.get(row));
        }
    }

    @Test
    void takesWhatIsCertainForWhatWasTold() {
        List<Observation> told = classes(2, 0, 1, 2);
        Inputs wanted = guessed(1, told, new float[0]);

        Inputs found = guessed(0, told, new float[] {.01f, .01f, .98f, 1, 0, 0, 0, 1, 0, 0, 0, 1});

        for (String name : List.of(
                "label.rows",
                "label.likelihood",
                "image.label.cycle",
                "audio.label.reversal",
                "image.likelihood",
                "image.divergence",
                Inputs.divergence(Inputs.SHARED))) {
            assertThat(Floats.of(found.arrays().get(name)))
                    .as(name)
                    .containsExactly(Floats.of(wanted.arrays().get(name)));
        }
    }

    @Test
    void takesNoGuessThatIsUncertainOrOfASideAloneOrWhereAllAreGuessedToBeOne() {
        List<Observation> all = classes(0, 1, 2, 2);
        List<Observation> oneAlone = new ArrayList<>(all);
        oneAlone.set(3, new Observation(Map.of("image", PICTURE), Map.of("label", 2)));
        float[] certain = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1};
        float[] uncertain = {1, 0, 0, 0, 1, 0, 0, 0, 1, .3f, .3f, .4f};

        assertThat(taken(all, certain)).containsExactly(true, true, true, true);
        assertThat(taken(oneAlone, certain)).containsExactly(true, true, true, false);
        assertThat(taken(all, uncertain)).containsExactly(true, true, true, false);
        assertThat(taken(all, new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1}))
                .containsExactly(false, false, false, false);
    }

    @Test
    void weighsAgreementOnlyWhereBothSidesCame() {
        var settings = TinyWorld.settings(1, .5);
        var objective = new Objective(ARCHITECTURE, settings);

        // Of these, number 3 has no picture.
        new Batches(ARCHITECTURE, settings, objective)
                .fill(TinyWorld.data(10), new int[] {0, 1, 2, 3}, new Batches.Place(0, 0, 1, true));

        assertThat(Floats.of(objective.inputs().arrays().get(Inputs.agreement("image", "audio"))))
                .containsExactly(.25f, .25f, .25f, 0);
    }

    private static List<Observation> classes(Integer... classes) {
        return Stream.of(classes)
                .map(each -> new Observation(Map.of("image", PICTURE, "audio", SOUND), Map.of("label", each)))
                .toList();
    }

    /** Which rows are taken to be of a class. */
    private static List<Boolean> taken(List<Observation> observations, float[] guesses) {
        float[] labels = Floats.of(guessed(0, observations, guesses).arrays().get("label.rows"));
        return rows(labels, 4).stream().map(row -> sum(row) > 0).toList();
    }

    /** What is filled in where these are the guesses of the batch, if there are any. */
    private static Inputs guessed(double labels, List<Observation> observations, float[] guesses) {
        var settings = TinyWorld.settings(1, labels);
        var objective = new Objective(ARCHITECTURE, settings);
        var batches = new Batches(ARCHITECTURE, settings, objective);
        var place = new Batches.Place(0, 0, 1, true);
        batches.fill(only(observations), new int[] {0, 1, 2, 3}, place);
        if (guesses.length > 0) {
            batches.guess(guesses, place);
        }
        return objective.inputs();
    }

    private static List<float[]> rows(float[] all, int count) {
        int size = all.length / count;
        return IntStream.range(0, count)
                .mapToObj(row -> Arrays.copyOfRange(all, row * size, (row + 1) * size))
                .toList();
    }

    private static Inputs filledWith(double labels, Observation observation) {
        return filledWith(labels, 0, observation);
    }

    private static Inputs filledWith(double labels, int pass, Observation observation) {
        return filledWith(ARCHITECTURE, labels, pass, observation);
    }

    private static Inputs filledWith(Architecture architecture, double labels, int pass, Observation observation) {
        var settings = TinyWorld.settings(1, labels);
        var objective = new Objective(architecture, settings);
        new Batches(architecture, settings, objective)
                .fill(only(List.of(observation)), new int[] {0}, new Batches.Place(pass, 0, 1, true));
        return objective.inputs();
    }

    private static TrainingData only(List<Observation> observations) {
        return new TrainingData() {
            @Override
            public int size() {
                return observations.size();
            }

            @Override
            public Observation observation(int any, int number) {
                return observations.get(number);
            }
        };
    }

    private static float[] column(Inputs inputs, String name, int batch) {
        float[] all = Floats.of(inputs.arrays().get(name));
        float[] first = new float[all.length / batch];
        for (int i = 0; i < first.length; i++) {
            first[i] = all[i * batch];
        }
        return first;
    }

    private static double sum(Inputs inputs, String name) {
        return sum(Floats.of(inputs.arrays().get(name)));
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return values;
    }
}
