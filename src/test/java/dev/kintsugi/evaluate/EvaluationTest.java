package dev.kintsugi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.data.Split;
import dev.kintsugi.data.files.FolderDataset;
import dev.kintsugi.data.synthetic.SyntheticDataset;
import dev.kintsugi.evaluate.judge.FewExamples;
import dev.kintsugi.learn.Recipe;
import dev.kintsugi.mvae.RandomModel;
import dev.kintsugi.mvae.bundle.Bundle;
import dev.kintsugi.mvae.bundle.Manifest;
import dev.kintsugi.mvae.bundle.Provenance;
import dev.kintsugi.sense.Senses;
import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    private static final Evaluation.Settings QUICK = new Evaluation.Settings(2, 30, 30, 2, 5, 1);
    private static final Path JUDGES = Path.of("models/judges");

    @TempDir
    private Path empty;

    @Test
    void measuresRestorationsByJudges() {
        assertThat(names(evaluation("digits", JUDGES).figures()))
                .contains(
                        "accuracy.image",
                        "accuracy.audio",
                        "accuracy.fused",
                        "accuracy.f1_fused",
                        "coherence.image_to_audio",
                        "coherence.image_to_audio_mean",
                        "coherence.image_to_audio_unchecked",
                        "coherence.audio_to_image",
                        "coherence.joint",
                        "coherence.joint_unchecked",
                        "coherence.joint_mean",
                        "clusters.image.acc",
                        "clusters.audio.nmi",
                        "clusters.joint.ari",
                        "clusters.joint.silhouette",
                        "nll.image",
                        "nll.audio",
                        "nll.joint",
                        "nll.image_given_audio",
                        "nll.audio_given_image",
                        "calibration.auroc",
                        "calibration.ece",
                        "judges.image",
                        "judges.audio",
                        "sharpness.image",
                        "diversity.audio");
    }

    @Test
    void measuresWhatItCanWithoutJudges() {
        assertThat(names(evaluation("digits", empty).figures()))
                .contains("accuracy.image", "clusters.joint.acc", "nll.joint")
                .noneMatch(name -> name.startsWith("coherence") || name.startsWith("judges"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"images-only", "audio-only"})
    void measuresAModelOfOneModality(String topology) {
        assertThat(names(evaluation(topology, JUDGES).figures()))
                .anyMatch(name -> name.startsWith("nll."))
                .anyMatch(name -> name.startsWith("clusters."))
                .noneMatch(name -> name.startsWith("accuracy") || name.startsWith("coherence"));
    }

    @Test
    void comesToTheSameFiguresAgain() {
        assertThat(evaluation("digits", empty).figures())
                .isEqualTo(evaluation("digits", empty).figures());
    }

    @Test
    void measuresUnheardVoicesApart() {
        Bundle bundle = bundle("digits");
        Senses senses = Senses.of(bundle.manifest());
        TestData data = TestData.of(bundle.manifest(), senses, few(), Split.TEST);
        String voice = data.examples().get("audio").get(0).voice().orElseThrow();

        List<Figure> figures = evaluation("digits", JUDGES).unseen("unseen_speaker.", data, List.of(voice));

        assertThat(names(figures)).contains("unseen_speaker.accuracy.audio", "unseen_speaker.coherence.audio_to_image");
        assertThat(evaluation("digits", JUDGES).unseen("unseen_speaker.", data, List.of("nobody")))
                .isEmpty();
    }

    @Test
    void saysWhichDataIsMissing() {
        Bundle bundle = bundle("digits");
        Senses senses = Senses.of(bundle.manifest());

        assertThatThrownBy(() -> TestData.of(bundle.manifest(), senses, new FolderDataset(empty), Split.TEST))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("part \"image\" needs test data \"mnist\"");
    }

    private static Evaluation evaluation(String topology, Path judges) {
        Bundle bundle = bundle(topology);
        Senses senses = Senses.of(bundle.manifest());
        TestData data = TestData.of(bundle.manifest(), senses, few(), Split.TEST);
        return new Evaluation(bundle, data, new Readers(senses, data.classes(), judges), QUICK, what -> {});
    }

    private static FewExamples few() {
        return new FewExamples(new SyntheticDataset(5), 40);
    }

    private static Bundle bundle(String name) {
        TopologySpec topology = TopologyFile.read(Path.of("topologies", name + ".yaml"));
        Senses senses = Senses.of(topology);
        var wishes = new Recipe.Wishes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1, 0, 1);
        var architecture = Recipe.of(topology, senses, wishes).architecture();
        Manifest manifest = Manifest.of(architecture, senses.preprocessing(), new Provenance(List.of(), 1, "", "", ""));
        return Bundle.of(manifest, RandomModel.weights(architecture, 1));
    }

    private static List<String> names(List<Figure> figures) {
        return figures.stream().map(Figure::name).toList();
    }
}
