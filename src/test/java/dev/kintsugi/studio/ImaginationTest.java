package dev.kintsugi.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImaginationTest {
    private static final Model MODEL = TinyModel.model();

    @TempDir
    private Path folder;

    @Test
    void writesAsManyFilesAsAskedForWithNamesThatSort() throws Exception {
        new Imagination(MODEL, "image", Optional.empty(), 1).make(12, folder);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .startsWith("01.png", "02.png")
                    .contains("12.png", Imagination.RESULTS, Imagination.SHEET)
                    .hasSize(14);
        }
    }

    @Test
    void tellsWhatItReadsInEach() throws Exception {
        new Imagination(MODEL, "audio", Optional.of("b"), 5).make(2, folder);
        JsonNode line = new ObjectMapper()
                .readTree(
                        Files.readAllLines(folder.resolve(Imagination.RESULTS)).get(1));

        assertThat(line.get("file").asText()).isEqualTo("2.wav");
        assertThat(line.get("label").asText()).isIn("a", "b", "c");
        assertThat(line.get("probability").asDouble()).isBetween(0., 1.);
        assertThat(line.get("wanted").asText()).isEqualTo("b");
        assertThat(line.get("seed").asLong()).isEqualTo(5);
        assertThat(line.get("model").asText()).isEqualTo(MODEL.id());
    }

    @Test
    void aThingIsTheSameHoweverManyAreMadeWithIt() {
        Imagination imagination = new Imagination(MODEL, "image", Optional.empty(), 9);

        assertThat(imagination.values(0, 5).get(3))
                .containsExactly(imagination.values(3, 1).get(0));
    }

    @Test
    void aThingOfALabelIsTheSameHoweverManyAreMadeWithIt() {
        Imagination imagination = new Imagination(MODEL, "image", Optional.of("a"), 9);

        assertThat(imagination.values(0, 5).get(3))
                .containsExactly(imagination.values(3, 1).get(0));
    }

    @Test
    void anotherSeedMakesOtherThings() {
        List<float[]> some = new Imagination(MODEL, "image", Optional.empty(), 1).values(0, 1);
        List<float[]> others = new Imagination(MODEL, "image", Optional.empty(), 2).values(0, 1);

        assertThat(some.get(0)).isNotEqualTo(others.get(0));
    }

    @Test
    void refusesALabelThatTheModelDoesNotKnow() {
        assertThatThrownBy(() -> new Imagination(MODEL, "image", Optional.of("z"), 1))
                .isInstanceOf(Fault.class)
                .hasMessage("--label is \"z\"; the model knows a, b, c");
    }

    @Test
    void aModelWithoutLabelsNamesTheClusterThatItReads() throws Exception {
        var image = new Part.Sensed("image", Part.Kind.IMAGE, 8, 8, 2);
        Model unlabelled = Model.of(TinyModel.bundle(new Architecture(List.of(image), 4, new Prior.Mixture(3))));
        new Imagination(unlabelled, "image", Optional.empty(), 1).make(1, folder);

        assertThat(Files.readString(folder.resolve(Imagination.RESULTS))).contains("\"label\":\"cluster ");
        assertThatThrownBy(() -> new Imagination(unlabelled, "image", Optional.of("a"), 1))
                .hasMessageContaining("knows no labels");
    }
}
