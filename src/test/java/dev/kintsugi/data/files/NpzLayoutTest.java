package dev.kintsugi.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.Split;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpzLayoutTest {
    /** Two pictures, two pixels wide and three high, the first holding 0 to 5 and the second 6 to 11. */
    private static final byte[] PIXELS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

    @TempDir
    Path dir;

    private byte[] images;
    private byte[] labels;

    @BeforeEach
    void plain() {
        images = DiskData.npy(1, "|u1", false, "(2, 3, 2)", PIXELS);
        labels = DiskData.npy(1, "|u1", false, "(2,)", new byte[] {3, 9});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsEveryVersionOfTheHeader(int version) {
        images = DiskData.npy(version, "|u1", false, "(2, 3, 2)", PIXELS);

        assertReadsBothPictures();
    }

    @Test
    void readsImagesWithAChannelAxis() {
        images = DiskData.npy(1, "|u1", false, "(2, 3, 2, 1)", PIXELS);

        assertReadsBothPictures();
    }

    @Test
    void readsFortranOrder() {
        byte[] turned = new byte[12];
        for (int i = 0; i < 12; i++) {
            turned[i / 6 + 2 * (i / 2 % 3) + 6 * (i % 2)] = (byte) i;
        }
        images = DiskData.npy(1, "|u1", true, "(2, 3, 2)", turned);

        assertReadsBothPictures();
    }

    @ParameterizedTest
    @CsvSource({"<i8,8", ">i8,8", "<i4,4", ">u4,4", "<i2,2", ">u2,2", "|i1,1", "<f4,4", ">f4,4", "<f8,8", ">f8,8"})
    void readsLabelsOfEveryType(String descr, int width) {
        labels = DiskData.npy(1, descr, false, "(2, 1)", numbers(descr, width, 3, 9));

        assertReadsBothPictures();
    }

    @Test
    void readsImagesOfWiderNumbers() {
        ByteBuffer wide = ByteBuffer.allocate(96).order(ByteOrder.LITTLE_ENDIAN);
        for (byte pixel : PIXELS) {
            wide.putLong(pixel);
        }
        images = DiskData.npy(1, "<i8", false, "(2, 3, 2)", wide.array());

        assertReadsBothPictures();
    }

    @Test
    void refusesBrightnessBeyondAByte() {
        images = DiskData.npy(1, "<i2", false, "(1, 1, 2)", numbers("<i2", 2, 3, 256));
        labels = DiskData.npy(1, "|u1", false, "(1,)", new byte[] {3});

        assertFault("X_train: holds 256; expected brightness from 0 to 255");
    }

    @Test
    void refusesLabelsThatAreNotWhole() {
        labels = DiskData.npy(
                1, "<f4", false, "(2,)", ByteBuffer.allocate(8).putFloat(2.5f).array());

        assertFault("y_train: holds ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|O0", "<f2", "<U3", "<c8", "|V6"})
    void refusesOtherTypesPickledObjectsAboveAll(String descr) {
        labels = DiskData.npy(1, descr, false, "(2,)", new byte[64]);

        assertFault("expected integers of 1 to 8 bytes or floats of 4 or 8");
    }

    @Test
    void refusesWhatIsNoArray() {
        labels = "not an array at all".getBytes();

        assertFault("y_train: does not begin with \\x93NUMPY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(2,)", "(2, 6)", "(2, 3, 2, 3)", "(0, 3, 2)", "()"})
    void refusesShapesThatAreNoPictures(String shape) {
        images = DiskData.npy(1, "|u1", false, shape, new byte[64]);

        assertFault("expected (N, height, width)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(2, 3, 3)", "(999999999, 28, 28)", "(99999999999, 3, 2)"})
    void refusesShapesThatTheDataDoesNotFill(String shape) {
        images = DiskData.npy(1, "|u1", false, shape, PIXELS);

        assertFault("X_train: ");
    }

    @Test
    void takesNoMemoryForWhatAnArchiveOnlyClaims() {
        images = DiskData.npy(1, "|u1", false, "(10000000, 3, 2)", PIXELS);
        byte[] archive = DiskData.npz(Map.of("X_train", images, "y_train", labels));
        DiskData.write(dir.resolve("Kannada_train_test.npz"), DiskData.claiming(archive, 70_000_000));

        long taken = Allocation.of(() -> assertThatThrownBy(() -> open("kannada"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(
                        "X_train: holds only 12 bytes where its shape [10000000, 3, 2] asks for 60000000"));
        assertThat(taken).isLessThan(20_000_000);
    }

    @Test
    void refusesAnArrayCutAnywhere() {
        byte[] whole = images;
        for (int length = 0; length < whole.length; length++) {
            images = Arrays.copyOf(whole, length);
            assertFault("X_train: ");
        }
    }

    @Test
    void refusesCountsThatDiffer() {
        labels = DiskData.npy(1, "|u1", false, "(3,)", new byte[3]);

        assertFault("X_train holds 2 images, but y_train has the shape [3]");
    }

    @Test
    void namesTheArrayThatIsMissing() {
        DiskData.write(dir.resolve("Kannada_train_test.npz"), DiskData.npz(Map.of("X_train", images)));

        assertThatThrownBy(() -> open("kannada"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("has no array y_train among [X_train.npy]");
    }

    @Test
    void refusesWhatIsNoArchive() {
        DiskData.write(dir.resolve("Kannada_train_test.npz"), new byte[100]);

        assertThatThrownBy(() -> open("kannada"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("Kannada_train_test.npz: cannot be read");
    }

    @Test
    void takesTheArchiveOfTheNameAmongSeveral() {
        store("Arabic_train_test.npz");
        store("Kannada_train_test.npz");

        assertThat(open("arabic").size()).isEqualTo(2);
        assertThatThrownBy(() -> open("mnist")).isInstanceOf(Fault.class);
    }

    @Test
    void takesTheOnlyArchiveInAFolderOfTheName() {
        store("kannada/digits.npz");

        assertThat(open("kannada").size()).isEqualTo(2);
    }

    private void assertReadsBothPictures() {
        store("Kannada_train_test.npz");
        Examples<Picture> examples = open("kannada");

        assertThat(examples.size()).isEqualTo(2);
        assertThat(examples.label(0)).isEqualTo("3");
        assertThat(examples.label(1)).isEqualTo("9");
        assertThat(examples.get(1).value()).isEqualTo(new Picture(2, 3, Arrays.copyOfRange(PIXELS, 6, 12)));
        assertThat(examples.get(1).source()).isEqualTo("kannada/train#1");
    }

    private void assertFault(String messagePart) {
        store("Kannada_train_test.npz");
        assertThatThrownBy(() -> open("kannada"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("Kannada_train_test.npz: ")
                .hasMessageContaining(messagePart);
    }

    private void store(String file) {
        DiskData.write(dir.resolve(file), DiskData.npz(Map.of("X_train", images, "y_train", labels)));
    }

    private Examples<Picture> open(String name) {
        return new FolderDataset(dir).pictures(name, Split.TRAIN);
    }

    private static byte[] numbers(String descr, int width, int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * width)
                .order(descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            switch (descr.substring(1)) {
                case "f4" -> bytes.putFloat(number);
                case "f8" -> bytes.putDouble(number);
                case "i8" -> bytes.putLong(number);
                case "i4", "u4" -> bytes.putInt(number);
                case "i2", "u2" -> bytes.putShort((short) number);
                default -> bytes.put((byte) number);
            }
        }
        return bytes.array();
    }
}
