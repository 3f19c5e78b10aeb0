package dev.kintsugi.mvae.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.Tensor;
import dev.kintsugi.mvae.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestorerTest {
    private static final Architecture ARCHITECTURE = RandomModel.odd();
    private static final Inference MODEL = Inference.of(ARCHITECTURE, RandomModel.weights(ARCHITECTURE, 7));
    private static final int MOST = 5;
    private static final Part.Sensed GIVEN = ARCHITECTURE.sensed().get(0);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 33})
    void givesAnObservationTheSameBytesInAnyBatch(int size) {
        List<Observed> observations = observations(size);

        List<Restored> together = new Restorer(MODEL, Trust.BLIND, 3).restore(observations);

        for (int i = 0; i < size; i++) {
            Restored alone = new Restorer(MODEL, Trust.BLIND, 3)
                    .restore(List.of(observations.get(i)))
                    .get(0);
            assertThat(described(together.get(i))).isEqualTo(described(alone));
        }
    }

    @Test
    void restoresEachSideThatIsMissingAndNoOther() {
        Restored.Whole whole = whole(
                new Restorer(MODEL, Trust.BLIND, 2).restore(observations(1)).get(0));

        assertThat(whole.sides())
                .containsOnlyKeys(ARCHITECTURE.sensed().stream()
                        .map(Part::name)
                        .filter(name -> !name.equals(GIVEN.name()))
                        .toList());
    }

    @Test
    void publishesTheSampleThatItReadsMostSurelyAsItMeant() {
        eachSide(MODEL, (samples, side) -> {
            int drawn = side.samples();
            assertThat(side.values())
                    .isEqualTo(samples.get(surest(samples, drawn)).values());
            assertThat(side.agreement())
                    .isEqualTo(
                            samples.stream().limit(drawn).filter(Sample::agrees).count() / (double) drawn);
        });
    }

    @Test
    void drawsAllThatItMayWhileNoneIsReadSurely() {
        eachSide(MODEL, (samples, side) -> assertThat(side.samples()).isEqualTo(MOST));
    }

    @Test
    void drawsTwoAtATimeUntilOneIsReadSurely() {
        Set<Integer> drawn = new TreeSet<>();
        for (int seed = 1; seed <= 12; seed++) {
            eachSide(hasty(seed), (samples, side) -> {
                int first = 0;
                while (first < MOST && samples.get(first).read() < .9999) {
                    first++;
                }
                assertThat(side.samples()).isEqualTo(Math.min(MOST, first / 2 * 2 + 2));
                assertThat(side.values())
                        .isEqualTo(samples.get(surest(samples, side.samples())).values());
                drawn.add(side.samples());
            });
        }
        assertThat(drawn).as("what the model drew, so that each case is seen").contains(2, 4, MOST);
    }

    @Test
    void weighsItsOpinionByItsTrust() {
        String missing = ARCHITECTURE.sensed().get(1).name();
        Trust doubtful = new Trust(Map.of(missing, new Trust.Curve(List.of(.5, .1, .1), -2)));
        Restored.Side blind = whole(new Restorer(MODEL, Trust.BLIND, 2)
                        .restore(observations(1))
                        .get(0))
                .sides()
                .values()
                .iterator()
                .next();
        Restored.Side weighed = whole(new Restorer(MODEL, doubtful, 2)
                        .restore(observations(1))
                        .get(0))
                .sides()
                .values()
                .iterator()
                .next();

        assertThat(weighed.opinion()).isEqualTo(blind.opinion());
        assertThat(weighed.confidence())
                .isEqualTo(doubtful.of(missing, blind.opinion()))
                .isNotEqualTo(blind.confidence());
    }

    @Test
    void saysOfABrokenObservationWhyAndRestoresTheOthers() {
        List<Observed> observations = new ArrayList<>(observations(2));
        observations.add(1, new Observed(Map.of(GIVEN.name(), new float[3]), Map.of(), 1));

        List<Restored> restored = new Restorer(MODEL, Trust.BLIND, 2).restore(observations);

        assertThat(restored.get(1))
                .isInstanceOfSatisfying(
                        Restored.Broken.class,
                        broken -> assertThat(broken.why().reason()).isEqualTo("wrong-size"));
        assertThat(restored.get(0)).isInstanceOf(Restored.Whole.class);
        assertThat(restored.get(2)).isInstanceOf(Restored.Whole.class);
    }

    /** A sample, what the model reads in it of what it meant, and whether that is what it reads. */
    private record Sample(float[] values, float read, boolean agrees) {}

    /** Each restored side, and all the samples that may be drawn for it. */
    private static void eachSide(Inference model, BiConsumer<List<Sample>, Restored.Side> look) {
        List<Observed> observations = observations(40);
        List<Restored> restored = new Restorer(model, Trust.BLIND, MOST).restore(observations);
        List<Inferred> all = model.workspace().infer(observations, new Request(Request.Draw.ALL, MOST, false));
        for (int i = 0; i < restored.size(); i++) {
            Inferred.Posterior posterior = (Inferred.Posterior) all.get(i);
            whole(restored.get(i))
                    .sides()
                    .forEach((part, side) -> look.accept(
                            posterior.decoded().get(part).stream()
                                    .map(values -> sample(model, part, values, meant(posterior)))
                                    .toList(),
                            side));
        }
    }

    private static Sample sample(Inference model, String part, float[] values, int meant) {
        float[] reading = reading(model, part, values);
        return new Sample(values, reading[meant], largest(reading) == meant);
    }

    private static int surest(List<Sample> samples, int drawn) {
        int surest = 0;
        for (int i = 1; i < drawn; i++) {
            surest = samples.get(i).read() > samples.get(surest).read() ? i : surest;
        }
        return surest;
    }

    /** A model that is never in doubt. */
    private static Inference hasty(long seed) {
        Weights weights = RandomModel.weights(ARCHITECTURE, seed);
        Tensor out = weights.require("label.dec.out.w");
        float[] louder = out.values().clone();
        for (int i = 0; i < louder.length; i++) {
            louder[i] *= 45;
        }
        return Inference.of(ARCHITECTURE, weights.with(List.of(new Tensor(out.name(), out.shape(), louder))));
    }

    private static int meant(Inferred.Posterior posterior) {
        return largest(posterior.labels().get(ARCHITECTURE.labelled().get(0).name()));
    }

    private static float[] reading(Inference model, String part, float[] sample) {
        Observed seen = new Observed(Map.of(part, sample), Map.of(), 0);
        Request request = Request.nothing();
        Inferred.Posterior posterior = (Inferred.Posterior)
                model.workspace().infer(List.of(seen), request).get(0);
        return posterior.labels().get(ARCHITECTURE.labelled().get(0).name());
    }

    private static int largest(float[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    private static Restored.Whole whole(Restored restored) {
        return (Restored.Whole) restored;
    }

    private static String described(Restored restored) {
        StringBuilder text = new StringBuilder();
        whole(restored)
                .sides()
                .forEach((part, side) -> text.append(part)
                        .append(java.util.Arrays.toString(side.values()))
                        .append(side.confidence())
                        .append(side.agreement()));
        return text.toString();
    }

    private static List<Observed> observations(int count) {
        List<Observed> observations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            observations.add(
                    new Observed(Map.of(GIVEN.name(), RandomModel.rows(i, 1, GIVEN.size())), Map.of(), 100 + i));
        }
        return observations;
    }
}
