package dev.kintsugi.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.event.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a kill may leave where state is not written in one transaction. */
class UndoneTest {
    private final Table table = new Table(Table.RULES);

    @Test
    void whatProgressDoesNotKnowOfWaitsAndCloses() {
        table.event("a", "image", 0);
        Progress stale = table.store.progress();
        table.event("b", "image", 0).event("c", "image", 0);
        table.store.progress(stale);
        table.restart();
        assertThat(table.pending()).isEqualTo(3);
        table.event("d", "image", 0).quiet(3_000);
        assertThat(table.closed()).extracting(Observation::key).containsExactly("a", "b", "c", "d");
        assertThat(table.pending()).isZero();
    }

    @Test
    void anObservationWhoseClosingWasUndoneWaitsAgainAndIsRememberedOnce() {
        table.event("k", "image", 0);
        List<Pending> waiting = table.store.pending("k");
        table.event("k", "audio", 100);
        table.store.pending("k", waiting);
        table.restart();
        table.event("k", "audio", 100);
        assertThat(table.told())
                .containsExactly(
                        "COMPLETE [image@0, audio@100] without [label]",
                        "COMPLETE [image@0, audio@100] without [label]");
        assertThat(table.store.remembered("k", 100)).hasSize(1);
    }
}
