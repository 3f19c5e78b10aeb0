package dev.kintsugi.mvae.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.RandomModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestorerTest {
    private static final Architecture ARCHITECTURE = RandomModel.odd();
    private static final Inference MODEL = Inference.of(ARCHITECTURE, RandomModel.weights(ARCHITECTURE, 7));
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
    void publishesTheFirstSampleThatItReadsAsItMeant() {
        for (Restored restored : new Restorer(MODEL, Trust.BLIND, 4).restore(observations(40))) {
            Restored.Whole whole = whole(restored);
            whole.sides().forEach((part, side) -> {
                List<float[]> samples = whole.posterior().decoded().get(part);
                List<Boolean> agrees = samples.stream()
                        .map(sample -> reading(part, sample) == meant(whole.posterior()))
                        .toList();
                if (agrees.contains(true)) {
                    assertThat(side.values()).isSameAs(samples.get(agrees.indexOf(true)));
                }
                assertThat(side.agreement())
                        .isEqualTo(agrees.stream().filter(each -> each).count() / 4.);
            });
        }
    }

    @Test
    void weighsItsOpinionByItsTrust() {
        Trust doubtful = new Trust(.5, -2);
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
        assertThat(weighed.confidence()).isEqualTo(doubtful.of(blind.opinion())).isNotEqualTo(blind.confidence());
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

    private static int meant(Inferred.Posterior posterior) {
        return largest(posterior.labels().get(ARCHITECTURE.labelled().get(0).name()));
    }

    private static int reading(String part, float[] sample) {
        Observed seen = new Observed(Map.of(part, sample), Map.of(), 0);
        Request request = new Request(Request.Draw.NOTHING, 0, false);
        return meant((Inferred.Posterior)
                MODEL.workspace().infer(List.of(seen), request).get(0));
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
