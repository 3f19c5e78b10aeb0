package dev.kintsugi.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledLayoutTest {
    private static final byte[] PNG = Pictures.png(new Picture(2, 1, new byte[] {1, 2}));

    @TempDir
    Path dir;

    @Test
    void takesTheFolderNameForTheLabel() {
        store("shapes/train/circle/a.png");
        store("shapes/train/square/b.PNG");
        store("shapes/test/circle/c.png");

        Examples<Picture> train = open(Split.TRAIN);

        assertThat(train.size()).isEqualTo(2);
        assertThat(train.label(0)).isEqualTo("circle");
        assertThat(train.get(1).source()).isEqualTo("shapes/train/square/b.PNG");
        assertThat(train.get(1).value().grey()).containsExactly(1, 2);
        assertThat(open(Split.TEST).get(0).source()).isEqualTo("shapes/test/circle/c.png");
    }

    @Test
    void takesAPrefixForTheLabel() {
        store("shapes/train/7_mine.png");
        store("shapes/train/unlabelled.png");

        assertThat(open(Split.TRAIN).size()).isEqualTo(1);
        assertThat(open(Split.TRAIN).label(0)).isEqualTo("7");
    }

    @Test
    void putsAboutATenthAsideForTestingWhereNobodyDivided() {
        for (int i = 0; i < 500; i++) {
            store("shapes/circle/" + i + ".png");
        }

        List<String> train = sources(Split.TRAIN);
        List<String> test = sources(Split.TEST);

        assertThat(test).hasSizeBetween(25, 85).doesNotContainAnyElementsOf(train);
        assertThat(train.size() + test.size()).isEqualTo(500);
    }

    @Test
    void keepsAFileInItsSplitWhenOthersAreAdded() {
        for (int i = 0; i < 40; i++) {
            store("shapes/circle/" + i + ".png");
        }
        List<String> before = sources(Split.TRAIN);
        for (int i = 40; i < 80; i++) {
            store("shapes/circle/" + i + ".png");
        }

        assertThat(sources(Split.TRAIN)).containsAll(before);
    }

    @Test
    void readsSoundsInTheSameWay() {
        DiskData.write(dir.resolve("words/train/yes/a.wav"), DiskData.wav(5));

        assertThat(new FolderDataset(dir)
                        .sounds("words", Split.TRAIN)
                        .get(0)
                        .value()
                        .length())
                .isEqualTo(5);
    }

    @Test
    void namesThePictureThatIsNone() {
        DiskData.write(dir.resolve("shapes/train/circle/a.png"), "<svg/>".getBytes());

        assertThatThrownBy(() -> open(Split.TRAIN).get(0))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("a.png: ")
                .hasMessageContaining("expected a PNG or JPEG");
    }

    @Test
    void saysWhatAFolderMayHold() {
        assertThatThrownBy(() -> open(Split.TRAIN))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no pictures called \"shapes\"; put into shapes/ IDX files");
    }

    @Test
    void prefersAFolderOfTheNameToTheFolderItself() {
        store("train/9/outer.png");
        store("shapes/train/1/inner.png");

        assertThat(open(Split.TRAIN).label(0)).isEqualTo("1");
    }

    private void store(String file) {
        DiskData.write(dir.resolve(file), PNG);
    }

    private List<String> sources(Split split) {
        Examples<Picture> examples = open(split);
        return new ArrayList<>(IntStream.range(0, examples.size())
                .mapToObj(i -> examples.get(i).source())
                .toList());
    }

    private Examples<Picture> open(Split split) {
        return new FolderDataset(dir).pictures("shapes", split);
    }
}
