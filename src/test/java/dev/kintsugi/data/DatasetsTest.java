package dev.kintsugi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetsTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"no/such/folder", "", " ", "nul\0character"})
    void refusesAPlaceThatIsNotThere(String where) {
        assertThatThrownBy(() -> Datasets.open(where, 1))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("data set \"" + where + "\": no ")
                .hasMessageContaining("name");
    }

    @Test
    void opensSyntheticDataWithoutAnyFolder() {
        assertThat(Datasets.open("synthetic", 1).hasPictures("mnist")).isTrue();
    }

    @Test
    void takesEachNameFromTheFirstPlaceThatHasIt() throws IOException {
        Path picture = dir.resolve("mnist/train/eight/a.png");
        Files.createDirectories(picture.getParent());
        Files.write(picture, Pictures.png(new Picture(1, 1, new byte[1])));

        Dataset both = Datasets.open(List.of(dir.toString(), "synthetic"), 1);

        assertThat(both.pictures("mnist", Split.TRAIN).label(0)).isEqualTo("eight");
        assertThat(both.sounds("fsdd", Split.TRAIN).get(0).source()).startsWith("synthetic/fsdd/");
    }

    @Test
    void namesAllPlacesWhenNoneHasTheName() {
        Dataset both = Datasets.open(List.of(dir.toString(), "synthetic"), 1);

        assertThatThrownBy(() -> both.sounds("birds", Split.TRAIN))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no sounds called \"birds\" in any of [" + dir + ", synthetic]");
    }

    @Test
    void refusesAnEmptyList() {
        assertThatThrownBy(() -> Datasets.open(List.of(), 1)).isInstanceOf(Fault.class);
    }
}
