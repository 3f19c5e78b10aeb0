package dev.kintsugi.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.mvae.Weights;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.bundle.Provenance;
import dev.kintsugi.mvae.train.Progress;
import dev.kintsugi.mvae.train.TrainingData.Observation;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprenticeshipTest {
    private static final TopologySpec DIGITS = TopologyFile.read(Path.of("topologies/digits.yaml"));
    private static final Senses SENSES = Senses.of(DIGITS);
    private static final Provenance PROVENANCE = new Provenance(List.of("listed"), 1, "test", "test", "test");

    @TempDir
    private Path directory;

    @Test
    void makesABundleThatLoadsAndNamesItsComponents() {
        List<Integer> passes = new ArrayList<>();
        Progress.Listener listener = new Progress.Listener() {
            @Override
            public void progressed(Progress progress) {}

            @Override
            public void passed(int pass, Weights weights) {
                passes.add(pass);
            }
        };

        Bundle bundle = apprenticeship().train(directory.resolve("checkpoint"), listener, PROVENANCE);
        bundle.save(directory.resolve("bundle"));

        assertThat(Bundle.load(directory.resolve("bundle")).id()).isEqualTo(bundle.id());
        assertThat(Senses.of(bundle.manifest()).fits(bundle.manifest().architecture()))
                .isTrue();
        assertThat(passes).containsExactly(1, 2);
        assertThat(bundle.manifest().clusters()).isNotEmpty();
        assertThat(bundle.manifest().clusters().values())
                .allSatisfy(named -> assertThat(named.toString()).contains("label=", "share=", "purity="));
        assertThat(directory.resolve("checkpoint")).doesNotExist();
        assertThat(Files.exists(directory.resolve("bundle"))).isTrue();
    }

    @Test
    void teachesTheSameLessonAgainInTheSamePassAndAnotherInTheNext() {
        Lessons lessons = lessons(Optional.of(Variety.USUAL));

        Observation first = lessons.observation(0, 3);

        assertThat(lessons.observation(0, 3).rows().get("audio"))
                .containsExactly(first.rows().get("audio"));
        assertThat(lessons.observation(1, 3).rows().get("audio"))
                .isNotEqualTo(first.rows().get("audio"));
    }

    @Test
    void showsTheSameAgainInAnotherPassOtherwise() {
        Variety variety = new Variety(
                new Hand(1, .2, .2, .2), new Voice(1, .2, .2, .2), new Emphasis(1, .1, .1), new Veil(1, .3, .3));
        Lessons plain = lessons(Optional.empty());
        Lessons varied = lessons(Optional.of(variety));

        assertThat(plain.again(1, 3).rows().get("audio"))
                .containsExactly(plain.observation(0, 3).rows().get("audio"));
        assertThat(varied.again(0, 3).rows().get("audio"))
                .containsExactly(varied.observation(0, 3).rows().get("audio"));
        assertThat(varied.again(1, 3).rows().get("audio"))
                .isNotEqualTo(varied.observation(0, 3).rows().get("audio"));
    }

    @Test
    void variesTheHandAndTheVoiceButNotWhatTheyAreOf() {
        Variety variety = new Variety(
                new Hand(1, .2, .2, .2), new Voice(1, .2, .2, .2), new Emphasis(1, .1, .1), new Veil(1, .3, .3));
        Observation varied = lessons(Optional.of(variety)).observation(0, 3);
        Observation plain = lessons(Optional.empty()).observation(0, 3);

        assertThat(varied.rows().get("image")).isNotEqualTo(plain.rows().get("image"));
        assertThat(varied.rows().get("audio")).isNotEqualTo(plain.rows().get("audio"));
        assertThat(varied.hampered().get("audio")).isNotEqualTo(varied.rows().get("audio"));
        assertThat(varied.classes()).isEqualTo(plain.classes());
        assertThat(plain.hampered()).isEmpty();
    }

    private static Lessons lessons(Optional<Variety> variety) {
        return new Lessons(recipe().architecture(), corpus().training(1), 100, 1, variety);
    }

    private static Apprenticeship apprenticeship() {
        return new Apprenticeship(recipe(), SENSES, corpus(), () -> 1);
    }

    private static Corpus corpus() {
        return new Corpus(DIGITS, SENSES, List.of(new ListedData("listed", 600, 400)), Set.of());
    }

    private static Recipe recipe() {
        return Recipe.of(
                DIGITS,
                SENSES,
                new Recipe.Wishes(Optional.of(2), Optional.of(200), Optional.empty(), Optional.empty(), 1, 0, 1));
    }
}
