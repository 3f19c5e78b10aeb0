package dev.kintsugi.codec.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void isEqualByItsPixels() {
        assertThat(new Picture(2, 1, new byte[] {1, 2}))
                .isEqualTo(new Picture(2, 1, new byte[] {1, 2}))
                .hasSameHashCodeAs(new Picture(2, 1, new byte[] {1, 2}))
                .isNotEqualTo(new Picture(1, 2, new byte[] {1, 2}))
                .isNotEqualTo(new Picture(2, 1, new byte[] {1, 3}));
    }

    @Test
    void doesNotChangeWhenTheArraysDo() {
        byte[] grey = {1, 2};
        Picture picture = new Picture(2, 1, grey);
        grey[0] = 9;
        picture.grey()[1] = 9;

        assertThat(picture.grey()).containsExactly(1, 2);
    }

    @Test
    void refusesPixelsThatDoNotFillIt() {
        assertThatThrownBy(() -> new Picture(2, 2, new byte[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 bytes for a picture of 2x2; it needs 4");
    }

    @Test
    void refusesAnImpossibleSize() {
        assertThatThrownBy(() -> new Picture(0, 5, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Picture(65_536, 65_536, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void previewsInHalfAsManyRowsAsColumns() {
        byte[] grey = new byte[28 * 28];
        Arrays.fill(grey, (byte) 255);

        assertThat(new Picture(28, 28, grey).preview().lines())
                .hasSize(14)
                .allMatch(line -> line.equals("@".repeat(28)));
    }

    @Test
    void previewsWhatIsBrightWhereItIs() {
        byte[] grey = new byte[28 * 28];
        grey[2 * 28 + 3] = (byte) 255;
        grey[3 * 28 + 3] = (byte) 255;

        assertThat(new Picture(28, 28, grey).preview().split("\n"))
                .contains("   @")
                .hasSize(2);
    }

    @Test
    void previewsPicturesOfAnySizeWithinTheSameFrame() {
        for (int[] size : new int[][] {{1, 1}, {5, 300}, {300, 5}, {640, 480}, {7, 3}}) {
            String preview = new Picture(size[0], size[1], new byte[size[0] * size[1]]).preview();

            assertThat(preview.chars().filter(c -> c == '\n').count()).isBetween(1L, 14L);
            assertThat(preview.lines()).allMatch(line -> line.length() <= 28);
        }
    }
}
