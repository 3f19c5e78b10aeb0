package dev.kintsugi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.data.PairedExamples.Draw;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedExamplesTest {
    private static final String IMAGES = "0001234567889999999999999";
    private static final String SOUNDS = "98765432109876543210";

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE})
    void drawsTheSameAgainInAnyOrder(long seed) {
        PairedExamples pairs = pairs(seed);
        List<Draw> forwards = IntStream.range(0, 100).mapToObj(pairs::draw).toList();
        PairedExamples again = pairs(seed);

        for (int k = 99; k >= 0; k--) {
            assertThat(again.draw(k)).isEqualTo(forwards.get(k));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void drawsOneLabelForAllSides(long seed) {
        PairedExamples pairs = pairs(seed);
        for (long k = 0; k < 500; k++) {
            Draw draw = pairs.draw(k);

            assertThat(draw.number()).isEqualTo(k);
            assertThat(draw.sides().keySet()).containsExactly("image", "audio");
            assertThat(draw.sides().values()).allMatch(side -> side.label().equals(draw.label()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void dealsEveryLabelOnceInEveryTen(long seed) {
        PairedExamples pairs = pairs(seed);
        for (long deal = 0; deal < 50; deal++) {
            Set<String> labels = new HashSet<>();
            for (long k = 10 * deal; k < 10 * deal + 10; k++) {
                labels.add(pairs.draw(k).label());
            }
            assertThat(labels).hasSize(10);
        }
    }

    @Test
    void reachesEveryExampleAndPairsThemAtRandom() {
        PairedExamples pairs = pairs(3);
        Set<String> images = new HashSet<>();
        Set<String> couples = new HashSet<>();
        for (long k = 0; k < 3000; k++) {
            Map<String, Example<?>> sides = pairs.draw(k).sides();
            images.add(sides.get("image").source());
            couples.add(sides.get("image").source() + sides.get("audio").source());
        }
        assertThat(images).hasSize(IMAGES.length());
        assertThat(couples).hasSize(2 * IMAGES.length());
    }

    @Test
    void differsBySeed() {
        assertThat(IntStream.range(0, 50).mapToObj(pairs(1)::draw).toList())
                .isNotEqualTo(IntStream.range(0, 50).mapToObj(pairs(2)::draw).toList());
    }

    @Test
    void leavesOutLabelsThatASideLacks() {
        PairedExamples pairs = new PairedExamples(1, Map.of("image", listed("0123"), "audio", listed("2355")));

        assertThat(pairs.labels()).containsExactly("2", "3");
    }

    @Test
    void refusesSidesWithoutACommonLabel() {
        Map<String, Examples<String>> apart = new TreeMap<>(Map.of("image", listed("01"), "audio", listed("23")));

        assertThatThrownBy(() -> new PairedExamples(1, apart))
                .isInstanceOf(Fault.class)
                .hasMessage("no label is common to audio [2, 3] and image [0, 1]; pair data sets that share labels");
    }

    @Test
    void drawsFromEachSourceOfASideAsOftenAsFromTheOthers() {
        PairedExamples pairs = PairedExamples.ofSources(
                1, Map.of("image", List.of(listed("01"), listed("0000000000000000000011111111111111111111"))));

        long fromTheSmall = IntStream.range(0, 1000)
                .filter(k -> pairs.draw(k).sides().get("image").source().matches("#[01]"))
                .count();

        // Of the large source, one draw in twenty has such a number.
        assertThat(fromTheSmall).isBetween(450L, 600L);
    }

    @Test
    void drawsFromOneSourceAsWithoutSources() {
        Map<String, List<Examples<String>>> sources = new LinkedHashMap<>();
        sources.put("image", List.of(listed(IMAGES)));
        sources.put("audio", List.of(listed(SOUNDS)));

        assertThat(PairedExamples.ofSources(3, sources).draw(17)).isEqualTo(pairs(3).draw(17));
    }

    @Test
    void refusesANegativeNumber() {
        assertThatThrownBy(() -> pairs(1).draw(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PairedExamples pairs(long seed) {
        Map<String, Examples<String>> sides = new LinkedHashMap<>();
        sides.put("image", listed(IMAGES));
        sides.put("audio", listed(SOUNDS));
        return new PairedExamples(seed, sides);
    }

    /** One example for each character, which is its label. */
    private static Examples<String> listed(String labels) {
        return new Examples<>() {
            @Override
            public int size() {
                return labels.length();
            }

            @Override
            public String label(int number) {
                return labels.substring(number, number + 1);
            }

            @Override
            public Example<String> get(int number) {
                return new Example<>(label(number), "#" + number, Optional.empty(), label(number));
            }
        };
    }
}
