package dev.kintsugi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.event.Restored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant NOW = Instant.EPOCH;

    private final Account account = new Account("d", Set.of("image", "audio"));

    @Test
    void isWholeWhenEachEventIsFoundAndEachMissingSideRestored() {
        account.sent("d-000001", "image");
        account.seen(observation("d-000001", "image"));
        account.seen(restored("d-000001", "audio"));
        assertThat(account.balance().settled()).isTrue();
        assertThat(account.balance().whole()).isTrue();
    }

    @Test
    void missesAnEventThatIsNowhere() {
        sendAndRestore();
        account.sent("d-000002", "audio");
        assertThat(account.balance().unaccounted()).isOne();
        assertThat(account.balance().settled()).isFalse();
        assertThat(account.balance().whole()).isFalse();
    }

    @Test
    void missesASideThatWasNotRestored() {
        sendAndRestore();
        account.sent("d-000002", "audio");
        account.seen(observation("d-000002", "audio"));
        assertThat(account.balance().unrestored()).isOne();
        assertThat(account.balance().settled()).isFalse();
        assertThat(account.balance().whole()).isFalse();
    }

    @Test
    void aSideThatIsRestoredTwiceDoesNotHideOneThatIsNot() {
        sendAndRestore();
        account.sent("d-000002", "audio");
        account.seen(observation("d-000002", "audio"));
        account.seen(restored("d-000001", "audio"));
        assertThat(account.balance().unrestored()).isOne();
        assertThat(account.balance().restoredAgain()).isOne();
        assertThat(account.balance().settled()).isFalse();
        assertThat(account.balance().whole()).isFalse();
    }

    @Test
    void isNotWholeWhenASideIsRestoredTwice() {
        sendAndRestore();
        account.seen(restored("d-000001", "audio"));
        assertThat(account.balance().settled()).isTrue();
        assertThat(account.balance().whole()).isFalse();
    }

    @Test
    void aRestorationMayBeReadBeforeItsObservation() {
        account.sent("d-000001", "image");
        account.seen(restored("d-000001", "audio"));
        account.seen(observation("d-000001", "image"));
        assertThat(account.balance().restoredAgain()).isZero();
        assertThat(account.balance().whole()).isTrue();
    }

    @Test
    void isNotWholeWhenNothingWasRestored() {
        account.sent("d-000001", "image");
        account.sent("d-000001", "audio");
        account.seen(observation("d-000001", "image", "audio"));
        assertThat(account.balance().settled()).isTrue();
        assertThat(account.balance().whole()).isFalse();
    }

    @Test
    void tellsAnEventThatIsInTwoObservations() {
        sendAndRestore();
        account.seen(observation("d-000001", "image"));
        account.seen(restored("d-000001", "audio"));
        assertThat(account.balance().foundAgain()).isOne();
        assertThat(account.balance().whole()).isFalse();
    }

    @Test
    void anEventThatIsSentTwiceIsFoundOnce() {
        account.sent("d-000001", "image");
        sendAndRestore();
        assertThat(account.balance().events()).isEqualTo(2);
        assertThat(account.balance().repeated()).isOne();
        assertThat(account.balance().whole()).isTrue();
    }

    @Test
    void findsWhatCameTooLateInHindsightButNotWhatWasHiddenOnly() {
        sendAndRestore();
        account.sent("d-000001", "audio");
        account.seen(hindsight("d-000001", "audio", true));
        assertThat(account.balance().unaccounted()).isOne();
        account.seen(hindsight("d-000001", "audio", false));
        assertThat(account.balance().whole()).isTrue();
    }

    @Test
    void aDeadLetterIsNotLost() {
        sendAndRestore();
        account.sent("d-000002", "audio");
        account.buried("d-000002", "audio");
        assertThat(account.balance().deadLetters()).isOne();
        assertThat(account.balance().whole()).isTrue();
    }

    @Test
    void anObservationThatTheModelCannotDoIsSettledButNotWhole() {
        sendAndRestore();
        account.sent("d-000002", "audio");
        account.seen(observation("d-000002", "audio"));
        account.failed(observation("d-000002", "audio"));
        assertThat(account.balance().settled()).isTrue();
        assertThat(account.balance().whole()).isFalse();
    }

    @Test
    void leavesOutWhatOthersSend() {
        sendAndRestore();
        account.seen(observation("lonely", "image"));
        account.seen(observation("dx-000001", "audio"));
        assertThat(account.balance().observations()).isOne();
        assertThat(account.balance().whole()).isTrue();
    }

    private void sendAndRestore() {
        account.sent("d-000001", "image");
        account.seen(observation("d-000001", "image"));
        account.seen(restored("d-000001", "audio"));
    }

    private static Observation observation(String key, String... modalities) {
        List<String> missing = new ArrayList<>(List.of("image", "audio"));
        missing.removeAll(List.of(modalities));
        List<ObservedEvent> events =
                List.of(modalities).stream().map(AccountTest::event).toList();
        return new Observation("id-" + key, key, ClosedBy.DEADLINE, missing, NOW, NOW, NOW, NOW, events);
    }

    private static Hindsight hindsight(String key, String modality, boolean shadow) {
        return Hindsight.of(
                key, "id-" + key, ClosedBy.DEADLINE, shadow, Optional.empty(), Optional.empty(), NOW, event(modality));
    }

    private static Restored restored(String key, String modality) {
        return new Restored(
                key,
                modality,
                Optional.empty(),
                1,
                "model",
                NOW,
                NOW,
                ClosedBy.DEADLINE,
                "id-" + key,
                List.of(),
                "",
                content());
    }

    private static ObservedEvent event(String modality) {
        return new ObservedEvent(modality, Optional.empty(), NOW, new Origin("digits." + modality, 0, 0), content());
    }

    private static Content content() {
        return new Content.Wav(Bytes.of(new byte[0]));
    }
}
