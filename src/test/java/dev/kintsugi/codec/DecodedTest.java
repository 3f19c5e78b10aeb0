package dev.kintsugi.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import org.junit.jupiter.api.Test;

class DecodedTest {
    private final Decoded<Integer> good = Decoded.ok(7);
    private final Decoded<Integer> bad = Decoded.bad("image-empty", "0 bytes");

    @Test
    void mapsAValue() {
        assertThat(good.map(n -> n + 1)).isEqualTo(Decoded.ok(8));
    }

    @Test
    void carriesReasonAndMessageThroughMap() {
        assertThat(bad.map(n -> n + 1)).isEqualTo(Decoded.bad("image-empty", "0 bytes"));
    }

    @Test
    void stopsAtTheFirstBadStep() {
        assertThat(good.<Integer>flatMap(n -> Decoded.bad("audio-empty", "silent"))
                        .map(n -> n + 1))
                .isEqualTo(Decoded.bad("audio-empty", "silent"));
    }

    @Test
    void givesTheValueOrThrowsWhatTheCallerMakesOfTheFailure() {
        assertThat(good.orElseThrow(failure -> new Fault(failure.message()))).isEqualTo(7);
        assertThatThrownBy(() -> bad.orElseThrow(failure -> new Fault("a.png: " + failure.message())))
                .isInstanceOf(Fault.class)
                .hasMessage("a.png: 0 bytes");
    }

    @Test
    void refusesAReasonThatIsNoTag() {
        assertThatThrownBy(() -> Decoded.bad("Not readable", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
