package dev.kintsugi.evaluate.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    private final Verdicts verdicts =
            new Verdicts(List.of("one", "two"), new float[][] {{.25f, .75f}, {.625f, .375f}, {1, 0}});

    @Test
    void theMostProbableClassIsTheLabel() {
        assertThat(verdicts.label(0)).isEqualTo("two");
        assertThat(verdicts.confidence(1)).isEqualTo(.625);
    }

    @Test
    void countsWhatIsTakenForWhatItIs() {
        assertThat(verdicts.right(List.of("two", "two", "one"))).isEqualTo(2);
    }

    @Test
    void wantsALabelForEach() {
        assertThatThrownBy(() -> verdicts.right(List.of("two")))
                .hasMessage("1 labels for 3 verdicts; give one for each");
    }
}
