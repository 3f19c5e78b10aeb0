package dev.kintsugi.mvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTensorsTest {
    private static final Part.Sensed IMAGE = new Part.Sensed("image", Part.Kind.IMAGE, 28, 28, 10);
    private static final Part.Labelled LABEL = new Part.Labelled("label", List.of("a", "b", "c"));

    @Test
    void listsTheTensorsOfAPictureAndALabelUnderAMixture() {
        var architecture = new Architecture(List.of(IMAGE, LABEL), 16, new Prior.Mixture(3));

        assertThat(architecture.tensors())
                .extracting(TensorShape::toString)
                .containsExactly(
                        "image.enc.conv1.w[16, 16]",
                        "image.enc.conv1.b[16]",
                        "image.enc.conv2.w[32, 256]",
                        "image.enc.conv2.b[32]",
                        "image.enc.dense.w[1568, 256]",
                        "image.enc.dense.b[256]",
                        "image.enc.shared.w[256, 32]",
                        "image.enc.shared.b[32]",
                        "image.enc.private.w[256, 20]",
                        "image.enc.private.b[20]",
                        "image.dec.dense1.w[26, 256]",
                        "image.dec.dense1.b[256]",
                        "image.dec.dense2.w[256, 512]",
                        "image.dec.dense2.b[512]",
                        "image.dec.out.w[512, 784]",
                        "image.dec.out.b[784]",
                        "label.enc.table[3, 32]",
                        "label.dec.dense1.w[16, 64]",
                        "label.dec.dense1.b[64]",
                        "label.dec.out.w[64, 3]",
                        "label.dec.out.b[3]",
                        "prior.mean[3, 16]",
                        "prior.logvar[3, 16]",
                        "prior.logits[3]");
    }

    @Test
    void needsNoTensorForANormalPriorNorForAnEmptyPrivatePart() {
        var alone = new Part.Sensed("audio", Part.Kind.AUDIO, 64, 40, 0);

        assertThat(new Architecture(List.of(alone), 16, new Prior.Normal()).tensors())
                .extracting(TensorShape::name)
                .doesNotContain("audio.enc.private.w", "prior.mean")
                .contains("audio.enc.shared.w");
    }

    @Test
    void refusesTwoModalitiesOfOneName() {
        assertThatThrownBy(() -> new Architecture(List.of(IMAGE, IMAGE), 16, new Prior.Normal()))
                .hasMessageContaining("same name");
    }

    @Test
    void refusesAModelWithNothingToSenseOrHear() {
        assertThatThrownBy(() -> new Architecture(List.of(LABEL), 16, new Prior.Normal()))
                .hasMessageContaining("nothing to learn from");
    }

    @Test
    void acceptsWeightsThatFit() {
        var architecture = new Architecture(List.of(IMAGE), 16, new Prior.Normal());

        assertThat(Weights.of(zeros(architecture))
                        .fitting(architecture, "w", "retrain")
                        .require("image.dec.out.b")
                        .values())
                .hasSize(784);
    }

    @Test
    void refusesAMissingTensorByName() {
        var tensors = zeros(architecture());
        tensors.remove(3);

        refused(tensors, "w: tensor image.enc.conv2.b is missing, where the model needs [32]; retrain");
    }

    @Test
    void refusesATensorOfAnotherShape() {
        var tensors = zeros(architecture());
        tensors.set(3, new Tensor("image.enc.conv2.b", new int[] {16}, new float[16]));

        refused(tensors, "w: tensor image.enc.conv2.b is [16], where the model needs [32]; retrain");
    }

    @Test
    void refusesATensorThatTheModelDoesNotHave() {
        var tensors = zeros(architecture());
        tensors.add(new Tensor("image.enc.conv3.b", new int[] {1}, new float[1]));

        refused(tensors, "w: tensor image.enc.conv3.b is [1], where the model needs no such tensor; retrain");
    }

    @Test
    void refusesANumberThatIsNotFinite() {
        var tensors = zeros(architecture());
        tensors.get(3).values()[7] = Float.NaN;

        refused(tensors, "w: tensor image.enc.conv2.b is NaN at 7, where the model needs finite numbers; retrain");
    }

    private static Architecture architecture() {
        return new Architecture(List.of(IMAGE), 16, new Prior.Normal());
    }

    private static List<Tensor> zeros(Architecture architecture) {
        List<Tensor> tensors = new ArrayList<>();
        architecture.tensors().forEach(shape -> tensors.add(Tensor.of(shape, new float[shape.size()])));
        return tensors;
    }

    private static void refused(List<Tensor> tensors, String message) {
        assertThatThrownBy(() -> Weights.of(tensors).fitting(architecture(), "w", "retrain"))
                .isInstanceOf(Fault.class)
                .hasMessage(message);
    }
}
