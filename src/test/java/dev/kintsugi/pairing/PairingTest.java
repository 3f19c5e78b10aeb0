package dev.kintsugi.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairingTest {
    private final Table table = new Table(Table.RULES);

    @Test
    void anEventAtTheEdgeOfTheWindowIsInTimeWithoutGrace() {
        Table strict = new Table(rules(List.of("image", "audio"), Set.of("image", "audio"), 0, 10_000, 100));
        strict.event("k", "image", 0).event("k", "audio", 2_000);
        assertThat(strict.told()).containsExactly("COMPLETE [image@0, audio@2000] without []");
    }

    @Test
    void anEventBeyondTheWindowIsAnotherThing() {
        table.event("k", "image", 0).event("k", "audio", 2_001);
        assertThat(table.told()).isEmpty();
        assertThat(table.pending()).isEqualTo(2);
    }

    @Test
    void eventsOfOtherKeysMoveTimeButDoNotPair() {
        table.event("k", "image", 0).event("other", "audio", 2_501);
        assertThat(table.told()).containsExactly("DEADLINE [image@0] without [audio, label]");
        assertThat(table.closed().get(0).streamTime()).isEqualTo(Instant.ofEpochMilli(2_501));
        assertThat(table.closed().get(0).deadline()).isEqualTo(Instant.ofEpochMilli(2_500));
    }

    @Test
    void observationsCloseInTheOrderOfTheirDeadlines() {
        table.event("a", "image", 300).event("b", "image", 100).event("c", "image", 200);
        table.event("d", "image", 9_000);
        assertThat(table.closed()).extracting(Observation::key).containsExactly("b", "c", "a");
    }

    @Test
    void everyEventOfAnObservationMustLieWithinTheWindow() {
        table.event("k", "label", 0).event("k", "image", 1_500).event("k", "audio", 2_400);
        assertThat(table.told()).isEmpty();
        table.quiet(3_000);
        assertThat(table.told())
                .containsExactly(
                        "PATIENCE [image@1500, label@0] without [audio]",
                        "PATIENCE [audio@2400] without [image, label]");
    }

    @Test
    void ofTwoEquallyNearTheOlderTakesTheEvent() {
        table.event("k", "image", 2_000).event("k", "image", 1_000).event("k", "audio", 1_500);
        assertThat(table.told()).containsExactly("COMPLETE [image@1000, audio@1500] without [label]");
    }

    @Test
    void anEventWithoutAnIdIsKnownByTimeAndPayload() {
        table.nameless("k", "image", 0, "one").nameless("k", "image", 0, "one");
        assertThat(table.only(Outcome.Duplicate.class)).hasSize(1);
        table.nameless("k", "image", 0, "two").nameless("k", "image", 1, "one");
        assertThat(table.only(Outcome.Duplicate.class)).hasSize(1);
        assertThat(table.pending()).isEqualTo(3);
    }

    @Test
    void thePictureAndTheSoundMayShareAnId() {
        table.event("k", "image", "thing", 0).event("k", "audio", "thing", 10);
        assertThat(table.closed()).hasSize(1);
    }

    @Test
    void aDuplicateIsKnownByItsIdThoughItsTimeDiffers() {
        table.event("k", "image", "x", 0).event("k", "image", "x", 700);
        assertThat(table.only(Outcome.Duplicate.class)).hasSize(1);
        assertThat(table.pending()).isEqualTo(1);
    }

    @Test
    void aDuplicateOfAHindsightIsKnownToo() {
        table.event("k", "image", 0).event("other", "image", 5_000);
        table.event("k", "audio", 100).event("k", "audio", 100);
        assertThat(table.only(Outcome.Hindsight.class)).hasSize(1);
        assertThat(table.only(Outcome.Duplicate.class)).hasSize(1);
    }

    @Test
    void aLateLabelIsHindsightOfACompleteObservation() {
        table.event("k", "image", 0).event("k", "audio", 10).event("k", "label", 20);
        assertThat(table.told())
                .containsExactly("COMPLETE [image@0, audio@10] without [label]", "hindsight label@20 of image@0");
    }

    @Test
    void hindsightIsTakenUpToItsHorizon() {
        table.event("k", "image", 0).event("other", "image", 5_000).event("other", "label", 15_000);
        table.event("k", "audio", 100);
        assertThat(table.only(Outcome.Hindsight.class)).hasSize(1);
    }

    @Test
    void beyondTheHorizonTheEventIsLate() {
        table.event("k", "image", 0).event("other", "image", 5_000).event("other", "label", 15_001);
        table.event("k", "audio", 100);
        assertThat(table.only(Outcome.Hindsight.class)).isEmpty();
        assertThat(table.told()).contains("LATE [audio@100] without [image, label]");
    }

    @Test
    void withoutAHorizonThereIsNoHindsight() {
        Table never = new Table(rules(List.of("image", "audio"), Set.of("image", "audio"), 500, 0, 100));
        never.event("k", "image", 0).event("other", "image", 5_000).event("k", "audio", 100);
        assertThat(never.only(Outcome.Hindsight.class)).isEmpty();
        assertThat(never.told().get(1)).startsWith("LATE [audio@100]");
    }

    @Test
    void aLabelAloneIsLoggedAtItsDeadlineAndNothingIsRestoredFromIt() {
        table.event("k", "label", 0);
        assertThat(table.told()).isEmpty();
        table.event("other", "image", 2_501);
        assertThat(table.told()).containsExactly("DEADLINE [label@0] without [image, audio]");
        assertThat(table.only(Outcome.Closed.class).get(0).restorable()).isFalse();
    }

    @Test
    void aLabelThatCameFirstIsTaken() {
        table.event("k", "label", 0).event("k", "image", 10).event("k", "audio", 20);
        assertThat(table.told()).containsExactly("COMPLETE [image@10, audio@20, label@0] without []");
        assertThat(table.only(Outcome.Closed.class).get(0).restorable()).isTrue();
    }

    @Test
    void withOneModalityEachEventIsCompleteAtOnceHoweverLate() {
        Table images = new Table(rules(List.of("image"), Set.of("image"), 500, 0, 100));
        images.event("a", "image", 50_000).event("b", "image", 0);
        assertThat(images.closed())
                .extracting(Observation::closedBy)
                .allMatch(by -> by.name().equals("COMPLETE"));
        assertThat(images.closed()).hasSize(2);
    }

    @Test
    void threeModalitiesWaitForAllThree() {
        List<String> three = List.of("image", "script", "audio");
        Table scripts = new Table(rules(three, Set.copyOf(three), 500, 10_000, 100));
        scripts.event("k", "audio", 0).event("k", "image", 10);
        assertThat(scripts.told()).isEmpty();
        scripts.event("k", "script", 20);
        assertThat(scripts.told()).containsExactly("COMPLETE [image@10, script@20, audio@0] without []");
    }

    @Test
    void beyondTheLimitTheOneDueNextClosesEarly() {
        Table few = new Table(rules(List.of("image", "audio"), Set.of("image", "audio"), 500, 10_000, 2));
        few.event("a", "image", 200).event("b", "image", 100).event("c", "image", 300);
        assertThat(few.told()).containsExactly("LIMIT [image@100] without [audio]");
        assertThat(few.pending()).isEqualTo(2);
    }

    @Test
    void timesAtTheEndsOfTimeDoNoHarm() {
        table.event("k", "image", Long.MIN_VALUE).event("k", "audio", 0).event("k", "image", Long.MAX_VALUE - 1);
        assertThat(table.pending()).isEqualTo(1);
        assertThat(table.closed()).hasSize(2);
    }

    @Test
    void whatClosedLongerAgoThanIsRememberedIsNotKnown() {
        table.event("k", "image", 0).event("k", "audio", 0);
        table.event("other", "image", 20_000).event("k", "image", 0);
        table.event("other", "image", 20_001).event("k", "audio", 0);
        assertThat(table.told())
                .containsExactly(
                        "COMPLETE [image@0, audio@0] without [label]",
                        "duplicate image@0",
                        "LATE [audio@0] without [image, label]");
    }

    @Test
    void anIdIsTheAddressOfTheFirstEvent() {
        table.event("k", "image", 0).event("k", "audio", 0);
        ObservedEvent first = table.closed().get(0).events().get(0);
        assertThat(table.closed().get(0).id())
                .isEqualTo("t.image-0-" + first.origin().offset());
    }

    private static PairingRules rules(
            List<String> modalities, Set<String> required, long grace, long hindsight, int pending) {
        return new PairingRules(
                modalities, required, 2_000, grace, OptionalLong.of(3_000), 100, hindsight, 20_000, pending);
    }
}
