package dev.kintsugi.mvae.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTest {

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "0.5, 0, 2", "2, -1, 3", "0.3, 2, 4", "1, -3, 5"})
    void isFoundAgainFromWhatItSays(double slope, double offset, long seed) {
        Trust truth = new Trust(slope, offset);
        Random random = new Random(seed);
        double[] opinions = new double[20_000];
        boolean[] right = new boolean[opinions.length];
        for (int i = 0; i < opinions.length; i++) {
            opinions[i] = random.nextDouble();
            right[i] = random.nextDouble() < truth.of(opinions[i]);
        }

        Trust fitted = Trust.fitted(opinions, right);

        assertThat(fitted.slope()).isCloseTo(slope, within(.08));
        assertThat(fitted.offset()).isCloseTo(offset, within(.1));
    }

    @Test
    void staysFiniteWhereOpinionsWereNeverWrong() {
        Trust trust = Trust.fitted(new double[] {.2, .9, 1}, new boolean[] {true, true, true});

        assertThat(trust.of(0)).isBetween(0., 1.);
        assertThat(trust.of(.9)).isBetween(.5, 1.);
    }

    @Test
    void risesWithTheOpinion() {
        Trust trust = new Trust(.7, -.2);

        assertThat(trust.of(0)).isLessThan(trust.of(.4));
        assertThat(trust.of(.4)).isLessThan(trust.of(1));
    }

    @Test
    void isReadAgainFromAManifestAndBlindWithoutOne() {
        Trust trust = new Trust(.7, -.2);

        assertThat(Trust.of(Map.of(Trust.REFERENCE, trust.described()))).isEqualTo(trust);
        assertThat(Trust.of(Map.of())).isEqualTo(Trust.BLIND);
        assertThat(Trust.BLIND.of(.25)).isCloseTo(.25, within(1e-9));
    }
}
