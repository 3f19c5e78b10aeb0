package dev.kintsugi.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Table table = new Table(Table.RULES);

    @Test
    void endsWhenTopicsHaveBeenQuietThatLong() {
        table.event("k", "image", 0).quiet(2_999);
        assertThat(table.told()).isEmpty();
        table.quiet(1);
        assertThat(table.told()).containsExactly("PATIENCE [image@0] without [audio, label]");
    }

    @Test
    void endsForEachFromItsOwnFirstEvent() {
        table.event("a", "image", 0).quiet(1_000);
        table.event("b", "image", 0).quiet(2_000);
        assertThat(table.closed()).extracting(each -> each.key()).containsExactly("a");
        table.quiet(1_000);
        assertThat(table.closed()).extracting(each -> each.key()).containsExactly("a", "b");
    }

    @Test
    void aFurtherEventDoesNotProlongIt() {
        table.event("k", "image", 0).quiet(2_000);
        table.event("k", "label", 0).quiet(1_000);
        assertThat(table.told()).containsExactly("PATIENCE [image@0, label@0] without [audio]");
    }

    @Test
    void doesNotEndInABacklog() {
        table.event("k", "image", 0);
        for (int i = 0; i < 100; i++) {
            table.quiet(60).something();
        }
        assertThat(table.told()).isEmpty();
        table.quiet(99);
        assertThat(table.told()).isEmpty();
        table.quiet(1);
        assertThat(table.told()).hasSize(1);
    }

    @Test
    void beginsAnewAfterARestart() {
        table.event("k", "image", 0).quiet(2_900);
        table.now += 60_000;
        table.restart();
        table.quiet(2_999);
        assertThat(table.told()).isEmpty();
        table.quiet(1);
        assertThat(table.told()).hasSize(1);
    }

    @Test
    void beginsAnewForAllOfThemWhenSeveralCameBeforeTheRestart() {
        table.event("a", "image", 0).quiet(2_000);
        table.event("b", "image", 0);
        table.restart();
        table.event("c", "image", 0).quiet(3_000);
        assertThat(table.closed()).extracting(each -> each.key()).containsExactly("a", "b", "c");
    }

    @Test
    void aClockThatIsSetBackDoesNotProlongIt() {
        table.event("k", "image", 0).quiet(1_000).quiet(-500_000).quiet(1_999);
        assertThat(table.told()).isEmpty();
        table.quiet(1);
        assertThat(table.told()).hasSize(1);
    }

    @Test
    void endsForALabelAlone() {
        table.event("k", "label", 0).quiet(3_000);
        assertThat(table.told()).containsExactly("PATIENCE [label@0] without [image, audio]");
    }

    @Test
    void whatClosedByItsDeadlineHasNoPatienceLeft() {
        table.event("a", "image", 0).event("b", "image", 9_000).quiet(3_000).quiet(3_000);
        assertThat(table.closed())
                .extracting(each -> each.key() + each.closedBy())
                .containsExactly("aDEADLINE", "bPATIENCE");
    }

    @Test
    void withPatienceOffSilenceEndsNothing() {
        Table endless = new Table(new PairingRules(
                List.of("image", "audio"),
                Set.of("image", "audio"),
                2_000,
                500,
                OptionalLong.empty(),
                100,
                10_000,
                20_000,
                100));
        endless.event("k", "image", 0).quiet(1_000_000);
        assertThat(endless.told()).isEmpty();
    }

    @Test
    void endsAlsoForThoseThatCameWhileItWasOff() {
        PairingRules off = new PairingRules(
                Table.RULES.modalities(), Table.RULES.required(), 2_000, 500, OptionalLong.empty(), 100, 0, 5_000, 100);
        Table table = new Table(off);
        table.event("k", "image", 0);
        table.restart(Table.RULES);
        table.quiet(3_000);
        assertThat(table.told()).containsExactly("PATIENCE [image@0] without [audio, label]");
    }
}
