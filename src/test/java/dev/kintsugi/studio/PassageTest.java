package dev.kintsugi.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageTest {
    private static final Model MODEL = TinyModel.model();

    @TempDir
    private Path folder;

    @Test
    void everyStepIsAPictureAndASound() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "image", "a.png", "b.png");
        walk(in.resolve("a.png"), in.resolve("b.png"), 3);

        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "1-image.png",
                            "1-audio.wav",
                            "2-image.png",
                            "2-audio.wav",
                            "3-image.png",
                            "3-audio.wav",
                            Imagination.SHEET);
        }
    }

    @Test
    void soundsMayBeTheEndsToo() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "audio", "a.wav", "b.wav");
        walk(in.resolve("a.wav"), in.resolve("b.wav"), 2);

        assertThat(folder.resolve("out/2-image.png")).exists();
    }

    @Test
    void fromAThingToItselfIsNoWay() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "image", "a.png");
        walk(in.resolve("a.png"), in.resolve("a.png"), 3);

        assertThat(folder.resolve("out/1-image.png")).hasSameBinaryContentAs(folder.resolve("out/3-image.png"));
    }

    @Test
    void stepsAreEvenAndTheEndsAreTheThingsThemselves() {
        List<float[]> points = Latents.between(new float[] {0, 4}, new float[] {2, 0}, 5);

        assertThat(points.get(0)).containsExactly(0, 4);
        assertThat(points.get(1)).containsExactly(.5f, 3);
        assertThat(points.get(4)).containsExactly(2, 0);
    }

    @Test
    void refusesAPictureAndASound() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "image", "a.png");
        TinyModel.files(in, MODEL, "audio", "b.wav");

        assertThatThrownBy(() -> walk(in.resolve("a.png"), in.resolve("b.wav"), 3))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("name two pictures or two sounds");
    }

    @Test
    void refusesAFileThatIsNoPicture() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "image", "a.png");
        Files.writeString(in.resolve("b.png"), "no picture");

        assertThatThrownBy(() -> walk(in.resolve("a.png"), in.resolve("b.png"), 3))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("b.png: ");
    }

    private void walk(Path from, Path to, int steps) {
        new Passage(MODEL).walk(from, to, Optional.empty(), steps, folder.resolve("out"));
    }
}
