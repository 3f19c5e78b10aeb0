package dev.kintsugi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageTest {
    @Test
    void pairingRunsAloneOrWithRestoring() {
        assertThat(Stage.parse(List.of("pair"))).containsExactly(Stage.PAIR);
        assertThat(Stage.parse(List.of("pair", " restore"))).containsExactly(Stage.PAIR, Stage.RESTORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusters", "drift"})
    void stagesThatAreNotBuiltAreRefusedByName(String stage) {
        assertThatThrownBy(() -> Stage.parse(List.of("pair", stage)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(stage)
                .hasMessageContaining("does not have yet; use pair and restore");
    }

    @Test
    void whatIsNoStageIsRefused() {
        assertThatThrownBy(() -> Stage.parse(List.of("pear"))).hasMessageContaining("\"pear\"; use pair and restore");
    }

    @Test
    void restoringNeedsPairing() {
        assertThatThrownBy(() -> Stage.parse(List.of("restore"))).hasMessageContaining("without pair");
    }
}
