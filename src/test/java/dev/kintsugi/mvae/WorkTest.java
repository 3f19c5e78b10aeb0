package dev.kintsugi.mvae;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTest {
    private static final Part.Sensed PART = new Part.Sensed("image", Part.Kind.IMAGE, 8, 8, 2);

    @Test
    void countsTheMultiplicationsAndAdditionsOfOnePicture() {
        Work work = Work.of(PART, 3);

        double convolutions = 4 * 4 * 16 * 16 + 2 * 2 * 256 * 32;
        assertThat(work.encode()).isEqualTo(2 * (convolutions + 128 * 256 + 256 * 10));
        assertThat(work.decode()).isEqualTo(2. * (5 * 256 + 256 * 512 + 512 * 64));
    }

    @Test
    void learnsInThreeTimesTheWorkOfGoingForth() {
        Architecture alone = new Architecture(List.of(PART), 3, new Prior.Normal());
        Work work = Work.of(PART, 3);

        assertThat(Work.learning(alone, 5)).isEqualTo(3 * (2 * work.encode() + 5 * work.decode()));
        assertThat(Work.once(alone)).isEqualTo(work.encode() + work.decode());
    }
}
