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
    void publishesTheSampleThatItReadsMostSurelyAsItMeant() {
        for (Restored restored : new Restorer(MODEL, Trust.BLIND, 4).restore(observations(40))) {
            Restored.Whole whole = whole(restored);
            whole.sides().forEach((part, side) -> {
                List<float[]> samples = whole.posterior().decoded().get(part);
                int meant = meant(whole.posterior());
                double surest = samples.stream()
                        .mapToDouble(sample -> reading(part, sample)[meant])
                        .max()
                        .orElseThrow();
                assertThat((double) reading(part, side.values())[meant]).isEqualTo(surest);
                List<Boolean> agrees = samples.stream()
                        .map(sample -> largest(reading(part, sample)) == meant)
                        .toList();
                assertThat(side.agreement())
                        .isEqualTo(agrees.stream().filter(each -> each).count() / 4.);
            });
        }
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

    private static int meant(Inferred.Posterior posterior) {
        return largest(posterior.labels().get(ARCHITECTURE.labelled().get(0).name()));
    }

    private static float[] reading(String part, float[] sample) {
        Observed seen = new Observed(Map.of(part, sample), Map.of(), 0);
        Request request = new Request(Request.Draw.NOTHING, 0, false);
        Inferred.Posterior posterior = (Inferred.Posterior)
                MODEL.workspace().infer(List.of(seen), request).get(0);
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
