package dev.kintsugi.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    @ParameterizedTest
    @ValueSource(strings = {"western", "kannada"})
    void knowsAtLeastThreeWaysOfWritingEveryDigit(String name) {
        assertThat(Script.load(name).digits()).hasSize(10).allMatch(glyphs -> glyphs.size() >= 3);
    }

    @Test
    void readsPenHandAndStrokes() {
        Script script =
                Script.parse(Stream.of("pen 0.5 2", "hand 0.1 1.2 1.5", "7 barred  3: 2,4 58,2! 26,100 / 16,54 60,46"));

        assertThat(script.thickest()).isEqualTo(2);
        assertThat(script.loose()).isEqualTo(1.5);
        Script.Glyph seven = script.digits().get(7).get(0);
        assertThat(seven.weight()).isEqualTo(3);
        assertThat(seven.strokes()).hasSize(2);
        assertThat(seven.strokes().get(0).x()).containsExactly(.02, .58, .26);
        assertThat(seven.strokes().get(0).corner()).containsExactly(false, true, false);
    }

    @Test
    void quotesALineThatItCannotRead() {
        assertThatThrownBy(() -> Script.parse(Stream.of("seven: 1,2 3,4")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seven: 1,2 3,4");
    }
}
