package dev.kintsugi.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ModelRecord;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the records of the models topic come to. */
class ModelIndexTest {
    private static final Instant EARLY = Instant.ofEpochMilli(1_000);
    private static final Instant LATER = Instant.ofEpochMilli(2_000);

    private final ModelIndex index = new ModelIndex();
    private long offset;

    @Test
    void aBundleIsThereWhenAllItsPartsAre() {
        part("m", EARLY, 0, 2);
        assertThat(index.models()).isEmpty();
        part("m", EARLY, 1, 2);
        assertThat(index.models()).containsExactly(new PublishedModel("m", EARLY, 2, false));
        assertThat(index.offsets(index.models().get(0))).containsExactly(0, 1);
    }

    @Test
    void theLatestChoiceIsInForce() {
        part("m", EARLY, 0, 1);
        part("n", LATER, 0, 1);
        choice("n");
        choice("m");
        assertThat(index.models())
                .containsExactly(new PublishedModel("m", EARLY, 1, true), new PublishedModel("n", LATER, 1, false));
        assertThat(index.chosen()).hasValue("m");
    }

    @Test
    void aBundleWhoseRecordsAreTakenBackIsGone() {
        part("m", EARLY, 0, 2);
        part("m", EARLY, 1, 2);
        index.remove("m/0");
        assertThat(index.models()).isEmpty();
        index.remove("m/1");
        part("m", LATER, 0, 1);
        assertThat(index.models()).containsExactly(new PublishedModel("m", LATER, 1, false));
    }

    @Test
    void oneThatIsPublishedAnewIsTheLatestAndLiesWhereItLiesNow() {
        part("m", EARLY, 0, 2);
        part("m", EARLY, 1, 2);
        part("n", EARLY, 0, 1);
        part("m", LATER, 0, 1);
        index.remove("m/1");
        assertThat(index.models()).extracting(PublishedModel::id).containsExactly("n", "m");
        assertThat(index.offsets(index.models().get(1))).containsExactly(3);
    }

    @Test
    void whatIsTakenBackWithoutHavingBeenThereIsNothing() {
        index.remove("m/0");
        index.remove("choice");
        index.remove("somebody's/own");
        assertThat(index.models()).isEmpty();
        assertThat(index.chosen()).isEmpty();
    }

    private void part(String id, Instant at, int number, int parts) {
        index.add(offset++, new ModelRecord.Part(id, at, number, parts, Bytes.of(new byte[0])));
    }

    private void choice(String id) {
        index.add(offset++, new ModelRecord.Choice(id, EARLY));
    }
}
