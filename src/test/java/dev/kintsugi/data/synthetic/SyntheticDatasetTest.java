package dev.kintsugi.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.data.Split;
import org.junit.jupiter.api.Test;

class SyntheticDatasetTest {
    private final SyntheticDataset data = new SyntheticDataset(1);

    @Test
    void answersToTheNamesOfTheDataThatItStandsInFor() {
        assertThat(data.pictures("mnist", Split.TRAIN).size()).isEqualTo(60_000);
        assertThat(data.pictures("kannada", Split.TEST).size()).isEqualTo(10_000);
        assertThat(data.sounds("fsdd", Split.TRAIN).size()).isEqualTo(12_000);
        assertThat(data.sounds("fsdd", Split.TEST).size()).isEqualTo(2_000);
    }

    @Test
    void listsItsNamesWhenAskedForAnother() {
        assertThatThrownBy(() -> data.pictures("fsdd", Split.TRAIN))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no pictures called \"fsdd\"; take mnist or kannada");
        assertThatThrownBy(() -> data.sounds("birds", Split.TRAIN))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no sounds called \"birds\"; take fsdd");
    }

    @Test
    void namesWhereAnExampleComesFrom() {
        assertThat(data.pictures("mnist", Split.TRAIN).get(17).source()).isEqualTo("synthetic/mnist/train#17");
        assertThat(data.heldOut().sounds("fsdd", Split.TEST).get(3).source())
                .isEqualTo("synthetic/fsdd/held-out/test#3");
    }
}
