package dev.kintsugi.mvae.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTest {
    private static final Trust.Curve CURVE = new Trust.Curve(List.of(.7, .2, .4), -.3);

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0, 1", ".5, .5, .5, 0, 2", "1, .3, .6, -1, 3", ".3, .2, 1, 2, 4", "0, 0, 1, -1, 5"})
    void isFoundAgainFromWhatItSays(double meant, double read, double agreed, double offset, long seed) {
        Trust.Curve truth = new Trust.Curve(List.of(meant, read, agreed), offset);
        Random random = new Random(seed);
        List<Opinion> opinions = new ArrayList<>();
        boolean[] right = new boolean[4_000];
        for (int i = 0; i < right.length; i++) {
            Opinion opinion = new Opinion(random.nextDouble(), random.nextDouble(), random.nextDouble());
            opinions.add(opinion);
            right[i] = random.nextDouble() < truth.of(opinion.features());
        }

        Trust.Curve fitted = Trust.Curve.fitted(opinions, right);

        assertThat(fitted.weights().get(0)).isCloseTo(meant, within(.15));
        assertThat(fitted.weights().get(1)).isCloseTo(read, within(.15));
        assertThat(fitted.weights().get(2)).isCloseTo(agreed, within(.15));
        assertThat(fitted.offset()).isCloseTo(offset, within(.2));
    }

    @Test
    void staysFiniteWhereOpinionsWereNeverWrong() {
        List<Opinion> opinions = List.of(new Opinion(.2, .5, .9), new Opinion(1, 1, 1));

        Trust.Curve curve = Trust.Curve.fitted(opinions, new boolean[] {true, true});

        assertThat(curve.of(new Opinion(0, 0, 0).features())).isBetween(0., 1.);
        assertThat(curve.of(new Opinion(.9, .9, .9).features())).isBetween(.5, 1.);
    }

    @Test
    void neverCountsSuretyAgainstARestoration() {
        Random random = new Random(1);
        List<Opinion> opinions = new ArrayList<>();
        boolean[] right = new boolean[500];
        for (int i = 0; i < right.length; i++) {
            double surety = random.nextDouble();
            opinions.add(new Opinion(surety, .5, .5));
            right[i] = random.nextDouble() > surety;
        }

        assertThat(Trust.Curve.fitted(opinions, right).weights()).allMatch(weight -> weight >= 0);
    }

    @Test
    void isReadAgainFromAManifest() {
        Trust trust = new Trust(Map.of("image", CURVE));

        assertThat(Trust.of(Map.of(Trust.REFERENCE, trust.described()))).isEqualTo(trust);
    }

    @Test
    void takesAnOpinionAsItIsWhereNothingIsKnown() {
        assertThat(Trust.of(Map.of())).isEqualTo(Trust.BLIND);
        assertThat(Trust.BLIND.of("image", new Opinion(.5, .8, .5))).isCloseTo(.2, within(1e-9));
    }
}
