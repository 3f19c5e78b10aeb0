package dev.kintsugi.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kintsugi.Fault;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.studio.FolderRestoration.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRestorationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Model MODEL = TinyModel.model();

    @TempDir
    private Path folder;

    @Test
    void givesEachPictureASoundOfTheSameName() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "image", "x.png", "y.png");

        assertThat(restoration("image", "audio", 1).restore(in, out())).isEqualTo(new Outcome(2, 0));
        assertThat(Wav.decode(Files.readAllBytes(out().resolve("x.wav")))).isInstanceOf(Decoded.Ok.class);
        assertThat(Wav.decode(Files.readAllBytes(out().resolve("y.wav")))).isInstanceOf(Decoded.Ok.class);
    }

    @Test
    void givesEachSoundAPicture() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "audio", "x.wav");
        restoration("audio", "image", 1).restore(in, out());

        assertThat(Pictures.decode(Files.readAllBytes(out().resolve("x.png")))).isInstanceOf(Decoded.Ok.class);
    }

    @Test
    void tellsWhatWasReadAndHowSureItIs() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "image", "x.png");
        restoration("image", "audio", 1).restore(in, out());
        JsonNode line = lines().get(0);

        assertThat(line.get("file").asText()).isEqualTo("x.png");
        assertThat(line.get("restored").asText()).isEqualTo("x.wav");
        assertThat(line.get("label").asText()).isIn("a", "b", "c");
        assertThat(line.get("probability").asDouble()).isBetween(1 / 3. - 1e-6, 1.);
        assertThat(line.get("confidence").asDouble()).isBetween(0., 1.);
        assertThat(line.get("model").asText()).isEqualTo(MODEL.id());
    }

    @Test
    void forTheLabelAloneWritesNothingButLines() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "audio", "x.wav", "y.wav");
        restoration("audio", "label", 1).restore(in, out());

        try (var files = Files.list(out())) {
            assertThat(files).containsExactly(out().resolve(FolderRestoration.RESULTS));
        }
        assertThat(lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.has("confidence")).isTrue());
    }

    @Test
    void tellsWhyAFileCannotBeReadAndGoesOn() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "image", "a.png", "z.png");
        Files.writeString(in.resolve("m.png"), "no picture");

        assertThat(restoration("image", "audio", 1).restore(in, out())).isEqualTo(new Outcome(2, 1));
        JsonNode broken = lines().get(1);
        assertThat(broken.get("file").asText()).isEqualTo("m.png");
        assertThat(broken.get("reason").asText()).isEqualTo("image-format-unknown");
        assertThat(broken.get("message").asText()).contains("expected a PNG or JPEG");
        assertThat(out().resolve("z.wav")).exists();
    }

    @Test
    void theSameFileBecomesTheSameBytesWhateverElseIsThere() throws Exception {
        Path many = TinyModel.files(folder.resolve("many"), MODEL, "image", "a.png", "b.png", "c.png");
        Path one = TinyModel.files(folder.resolve("one"), MODEL, "image", "b.png");
        restoration("image", "audio", 7).restore(many, folder.resolve("from-many"));
        restoration("image", "audio", 7).restore(one, folder.resolve("from-one"));

        assertThat(folder.resolve("from-one/b.wav")).hasSameBinaryContentAs(folder.resolve("from-many/b.wav"));
    }

    @Test
    void anotherSeedMakesAnotherSound() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "image", "b.png");
        restoration("image", "audio", 1).restore(in, folder.resolve("first"));
        restoration("image", "audio", 2).restore(in, folder.resolve("second"));

        assertThat(Files.mismatch(folder.resolve("first/b.wav"), folder.resolve("second/b.wav")))
                .isNotNegative();
    }

    @Test
    void leavesFilesOfOtherKindsAlone() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "image", "a.png");
        Files.writeString(in.resolve("README.txt"), "pictures");

        assertThat(restoration("image", "audio", 1).restore(in, out())).isEqualTo(new Outcome(1, 0));
    }

    @Test
    void refusesTwoFilesThatWouldBecomeOne() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "image", "a.png", "a.jpg");

        assertThatThrownBy(() -> restoration("image", "audio", 1).restore(in, out()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("would be restored to one file");
    }

    @Test
    void refusesToWriteAmongItsInputs() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "image", "a.png");

        assertThatThrownBy(() -> restoration("image", "audio", 1).restore(in, in))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("same folder");
    }

    @Test
    void refusesAFolderWithNothingToRestore() throws Exception {
        Path in = TinyModel.files(folder.resolve("in"), MODEL, "audio", "a.wav");

        assertThatThrownBy(() -> restoration("image", "audio", 1).restore(in, out()))
                .hasMessageContaining("holds no file that ends in jpeg or jpg or png");
    }

    @Test
    void refusesAPartThatTheModelDoesNotHave() {
        assertThatThrownBy(() -> restoration("image", "smell", 1))
                .isInstanceOf(Fault.class)
                .hasMessage("--to is \"smell\"; the model has image, audio, label");
    }

    @Test
    void refusesToRestoreFromALabel() {
        assertThatThrownBy(() -> restoration("label", "audio", 1))
                .hasMessage("--from is \"label\", which is neither picture nor sound; use image, audio");
    }

    private static FolderRestoration restoration(String from, String to, long seed) {
        return new FolderRestoration(MODEL, from, to, 4, seed);
    }

    private Path out() {
        return folder.resolve("out");
    }

    private List<JsonNode> lines() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(out().resolve(FolderRestoration.RESULTS))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
