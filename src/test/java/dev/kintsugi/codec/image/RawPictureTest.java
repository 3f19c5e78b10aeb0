package dev.kintsugi.codec.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RawPictureTest {

    @Test
    void tellsHowMuchInkThereIs() {
        RawPicture raw = RawPicture.of(square(0, 255), Polarity.DETECT);

        assertThat(raw.ink()).isCloseTo(.25, within(1e-6));
        assertThat(raw.contrast()).isEqualTo(1);
    }

    @Test
    void tellsTheSameInkOnLightPaperAndHowFaintItIs() {
        RawPicture raw = RawPicture.of(square(200, 149), Polarity.DETECT);

        assertThat(raw.ink()).isCloseTo(.25, within(1e-6));
        assertThat(raw.contrast()).isCloseTo(.2, within(1e-6));
    }

    @Test
    void findsNoInkOnABlankSheet() {
        assertThat(RawPicture.of(square(90, 90), Polarity.DETECT)).isEqualTo(new RawPicture(0, 0));
    }

    /** A square of ink that covers a quarter of the paper. */
    private static Picture square(int paper, int ink) {
        byte[] grey = new byte[40 * 40];
        Arrays.fill(grey, (byte) paper);
        for (int y = 10; y < 30; y++) {
            Arrays.fill(grey, y * 40 + 10, y * 40 + 30, (byte) ink);
        }
        return new Picture(40, 40, grey);
    }
}
