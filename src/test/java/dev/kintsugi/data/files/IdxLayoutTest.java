package dev.kintsugi.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Example;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxLayoutTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte.gz,train-labels-idx1-ubyte.gz,TRAIN",
        "train-images-idx3-ubyte,train-labels-idx1-ubyte,TRAIN",
        "train-images.idx3-ubyte,train-labels.idx1-ubyte.gz,TRAIN",
        "t10k-images-idx3-ubyte.gz,t10k-labels-idx1-ubyte.gz,TEST",
    })
    void readsTheOfficialFiles(String images, String labels, Split split) {
        store(images, DiskData.idxImages(3));
        store(labels, DiskData.idxLabels(7, 0, 7));

        Examples<Picture> examples = open(split);

        assertThat(examples.size()).isEqualTo(3);
        assertThat(examples.label(1)).isEqualTo("0");
        assertThat(examples.get(2))
                .isEqualTo(new Example<>(
                        "7", "mnist/" + split.lower() + "#2", Optional.empty(), new Picture(2, 3, new byte[] {
                            2, 2, 2, 2, 2, 2
                        })));
    }

    @Test
    void readsFilesThatLieInTheFolderItself() {
        DiskData.write(dir.resolve("train-images-idx3-ubyte"), DiskData.idxImages(1));
        DiskData.write(dir.resolve("train-labels-idx1-ubyte"), DiskData.idxLabels(4));

        assertThat(open(Split.TRAIN).label(0)).isEqualTo("4");
    }

    @Test
    void refusesAnotherMagicNumber() {
        store("train-images-idx3-ubyte", DiskData.idxLabels(1, 2, 3));
        store("train-labels-idx1-ubyte", DiskData.idxLabels(1, 2, 3));

        assertFault("train-images-idx3-ubyte: begins with 0x00000801; expected 0x00000803");
    }

    @Test
    void refusesAFileCutAnywhere() {
        byte[] images = DiskData.idxImages(3);
        store("train-labels-idx1-ubyte", DiskData.idxLabels(1, 2, 3));
        for (int length = 0; length < images.length; length++) {
            store("train-images-idx3-ubyte", Arrays.copyOf(images, length));
            assertFault("train-images-idx3-ubyte: ");
        }
    }

    @Test
    void refusesACompressedFileCutAnywhere() {
        byte[] images = DiskData.gzip(DiskData.idxImages(3));
        store("train-labels-idx1-ubyte", DiskData.idxLabels(1, 2, 3));
        for (int length = 0; length < images.length - 8; length++) {
            store("train-images-idx3-ubyte.gz", Arrays.copyOf(images, length));
            assertFault("train-images-idx3-ubyte.gz: ");
        }
    }

    @Test
    void refusesMoreBytesThanItsSizesAskFor() {
        store("train-images-idx3-ubyte", Arrays.copyOf(DiskData.idxImages(3), 35));
        store("train-labels-idx1-ubyte", DiskData.idxLabels(1, 2, 3));

        assertFault("holds more than 18 bytes where its sizes [3, 3, 2] ask for 18");
    }

    @Test
    void refusesSizesThatNoFileOfThisLengthCanHold() {
        byte[] huge = ByteBuffer.allocate(16)
                .putInt(0x803)
                .putInt(Integer.MAX_VALUE)
                .putInt(Integer.MAX_VALUE)
                .putInt(Integer.MAX_VALUE)
                .array();
        store("train-images-idx3-ubyte.gz", DiskData.gzip(huge));
        store("train-labels-idx1-ubyte", DiskData.idxLabels(1));

        assertFault("claims sizes [2147483647, 2147483647, 2147483647]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train-images-idx3-ubyte", "train-images-idx3-ubyte.gz"})
    void takesNoMemoryForWhatAFileOnlyClaims(String file) {
        byte[] images = DiskData.idxImages(20_000);
        ByteBuffer.wrap(images).putInt(4, 10_000_000);
        store(file, images);
        store("train-labels-idx1-ubyte", DiskData.idxLabels(1));

        long taken = Allocation.of(
                () -> assertFault("holds only 120000 bytes where its sizes [10000000, 3, 2] ask for 60000000"));
        assertThat(taken).isLessThan(20_000_000);
    }

    @Test
    void refusesCountsThatDiffer() {
        store("train-images-idx3-ubyte", DiskData.idxImages(3));
        store("train-labels-idx1-ubyte", DiskData.idxLabels(1, 2));

        assertFault("train-images-idx3-ubyte: 3 images, but 2 labels in train-labels-idx1-ubyte");
    }

    @Test
    void namesTheFileThatIsMissing() {
        store("train-images-idx3-ubyte", DiskData.idxImages(3));

        assertFault("mnist: has no train-labels-idx1-ubyte[.gz]");
    }

    private void store(String file, byte[] content) {
        DiskData.write(
                dir.resolve("mnist").resolve(file),
                file.endsWith(".gz") && !gzipped(content) ? DiskData.gzip(content) : content);
    }

    /** Also what a test cut short counts as compressed. */
    private static boolean gzipped(byte[] content) {
        return content.length == 0 || content[0] == 0x1f;
    }

    private Examples<Picture> open(Split split) {
        return new FolderDataset(dir).pictures("mnist", split);
    }

    private void assertFault(String messagePart) {
        assertThatThrownBy(() -> open(Split.TRAIN)).isInstanceOf(Fault.class).hasMessageContaining(messagePart);
    }
}
