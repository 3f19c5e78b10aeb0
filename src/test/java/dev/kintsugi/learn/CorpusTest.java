package dev.kintsugi.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.data.Dataset;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.PairedExamples;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorpusTest {
    private static final TopologySpec DIGITS = TopologyFile.read(Path.of("topologies/digits.yaml"));
    private static final int DRAWS = 4_000;

    @Test
    void validatesOnNothingThatIsLearnedFrom() {
        Corpus corpus = corpus(Set.of(), new ListedData("a", 600, 400));

        Set<String> learned = sources(corpus.training(1));
        Set<String> validated = sources(corpus.validation(1));

        assertThat(learned).hasSizeGreaterThan(900).doesNotContainAnyElementsOf(validated);
        assertThat(validated).hasSizeGreaterThan(20);
    }

    @Test
    void holdsTheSameExamplesBackWhateverTheSeed() {
        Corpus corpus = corpus(Set.of(), new ListedData("a", 600, 400));

        assertThat(sources(corpus.validation(1))).isEqualTo(sources(corpus.validation(2)));
    }

    @Test
    void drawsFromALargeDataSetAsOftenAsFromASmallOne() {
        Corpus corpus = corpus(Set.of(), new ListedData("small", 400, 400), new ListedData("large", 4_000, 4_000));

        Map<String, Integer> drawn = new HashMap<>();
        PairedExamples training = corpus.training(1);
        for (int i = 0; i < 200; i++) {
            String source = training.draw(i).sides().get("image").source();
            drawn.merge(source.substring(0, source.indexOf('#')), 1, Integer::sum);
        }

        assertThat(drawn.get("small")).isBetween(60, 140);
        assertThat(drawn.get("large")).isBetween(60, 140);
    }

    @Test
    void neverHearsAVoiceThatIsLeftOut() {
        Corpus corpus = corpus(Set.of("bob"), new ListedData("a", 600, 400));
        PairedExamples training = corpus.training(1);

        for (int i = 0; i < 500; i++) {
            assertThat(training.draw(i).sides().get("audio").voice()).hasValue("ann");
        }
        assertThat(corpus.heldBack().get("audio").get(0).voice()).hasValue("ann");
    }

    @Test
    void refusesToLeaveOutAVoiceThatIsNotThere() {
        assertThatThrownBy(() -> corpus(Set.of("carl"), new ListedData("a", 600, 400)))
                .isInstanceOf(Fault.class)
                .hasMessage("no voice is called \"carl\" in this data; name a speaker that it has");
    }

    @Test
    void takesEachModalityFromTheDataSetsThatHaveIt() {
        Corpus corpus = corpus(Set.of(), new ListedData("pictures", 600, 0), new ListedData("sounds", 0, 400));

        Map<String, Example<?>> sides = corpus.training(1).draw(0).sides();

        assertThat(sides.get("image").source()).startsWith("pictures#");
        assertThat(sides.get("audio").source()).startsWith("sounds#");
    }

    @Test
    void refusesAModalityWithoutData() {
        assertThatThrownBy(() -> corpus(Set.of(), new ListedData("a", 600, 0)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no data for modality \"audio\"")
                .hasMessageContaining("modalities.audio.data");
    }

    private static Corpus corpus(Set<String> leftOut, Dataset... datasets) {
        return new Corpus(DIGITS, Senses.of(DIGITS), List.of(datasets), leftOut);
    }

    private static Set<String> sources(PairedExamples draws) {
        Set<String> sources = new HashSet<>();
        for (int i = 0; i < DRAWS; i++) {
            draws.draw(i).sides().forEach((modality, example) -> sources.add(modality + " " + example.source()));
        }
        return sources;
    }
}
