package dev.kintsugi.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.gallery.ContactSheet.Row;
import dev.kintsugi.gallery.ContactSheet.Tile;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
    private static final int RED = 0xff0000;

    @Test
    void holdsEveryPixelOfEveryPrint() {
        Print sheet = ContactSheet.of(Collections.nCopies(7, tile("")), 3).print();

        assertThat(count(sheet, RED)).isEqualTo(7 * 20 * 10);
    }

    @Test
    void breaksRowsAtTheGivenColumn() {
        Print wide = ContactSheet.of(Collections.nCopies(6, tile("")), 6).print();
        Print tall = ContactSheet.of(Collections.nCopies(6, tile("")), 2).print();

        assertThat(wide.width()).isGreaterThan(tall.width());
        assertThat(wide.height()).isLessThan(tall.height());
    }

    @Test
    void givesLongCaptionsTheRoomTheyNeed() {
        Print sheet = ContactSheet.of(List.of(tile("a long caption"), tile("another one")), 2)
                .print();

        assertThat(count(sheet, RED)).isEqualTo(2 * 20 * 10);
    }

    @Test
    void gildsWhatAModelMade() {
        Print made = new ContactSheet(List.of(new Row("made", true, List.of(tile(""))))).print();
        Print real = new ContactSheet(List.of(new Row("real", false, List.of(tile(""))))).print();

        assertThat(count(made, Palette.GOLD)).isPositive();
        assertThat(count(real, Palette.GOLD)).isZero();
    }

    @Test
    void isAPngOfItsSize() throws Exception {
        Print sheet = ContactSheet.of(List.of(tile("7")), 1).print();
        var read = ImageIO.read(new ByteArrayInputStream(sheet.png()));

        assertThat(read.getWidth()).isEqualTo(sheet.width());
        assertThat(read.getRGB(0, 0) & 0xffffff).isEqualTo(Palette.LACQUER);
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(() -> new ContactSheet(List.of(new Row("none", false, List.of()))))
                .hasMessageContaining("without prints");
    }

    @Test
    void soundsRunToTheRightAndPitchUpwards() {
        float[] values = new float[3 * 2];
        values[2 * 2] = 1; // the last frame's lowest band
        Print print = Print.sound(values, 3, 2);

        assertThat(print.width()).isEqualTo(3);
        assertThat(print.pixels()[1 * 3 + 2]).isEqualTo(Palette.glow(1));
        assertThat(count(print, Palette.glow(0))).isEqualTo(5);
    }

    private static Tile tile(String caption) {
        return new Tile(Print.blank(20, 10, RED), caption);
    }

    private static long count(Print print, int colour) {
        return Arrays.stream(print.pixels()).filter(pixel -> pixel == colour).count();
    }
}
