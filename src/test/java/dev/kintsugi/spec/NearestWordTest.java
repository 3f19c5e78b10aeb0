package dev.kintsugi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordTest {
    private static final List<String> WORDS = List.of("window", "grace", "patience", "idle", "hindsight");

    @ParameterizedTest
    @CsvSource({"windw, window", "Window, window", "pateince, patience", "hind-sight, hindsight", "idel, idle"})
    void tellsWhatWasMeant(String misspelt, String meant) {
        assertThat(NearestWord.to(misspelt, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "linger", "deadline"})
    void doesNotGuessWildly(String word) {
        assertThat(NearestWord.to(word, WORDS)).isEmpty();
    }
}
