package dev.kintsugi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Estimate;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.event.LabelEvent;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.Restored;
import dev.kintsugi.telemetry.Metric;
import dev.kintsugi.wire.RecordType;
import dev.kintsugi.wire.RegistryException;
import dev.kintsugi.wire.Schemas;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream as users meet it: records in, records out. Fixed by its topology: window 2 s, grace .5 s, patience 3 s. */
class StreamTopologyTest {
    @TempDir
    private Path folder;

    private Driven stream;

    @BeforeEach
    void start() {
        stream = new Driven(folder);
    }

    @AfterEach
    void stop() {
        stream.close();
    }

    @Test
    void aPairIsLoggedAtOnceAndItsLabelRestored() {
        stream.image("k", 0).audio("k", 100);
        Observation observation = stream.observations().get(0);
        assertThat(observation.closedBy()).isEqualTo(ClosedBy.COMPLETE);
        assertThat(observation.observed()).containsExactly("image", "audio");
        assertThat(observation.missing()).containsExactly("label");
        stream.quiet(10);
        assertThat(stream.restored("label")).hasSize(1);
        assertThat(stream.latents()).hasSize(1);
        assertThat(stream.restored("audio")).isEmpty();
    }

    @Test
    void restoresAudioWhenEventTimePassesTheDeadline() {
        stream.image("k", 0).image("other", 2_501);
        Observation observation = stream.observations().get(0);
        assertThat(observation.closedBy()).isEqualTo(ClosedBy.DEADLINE);
        assertThat(observation.streamTime()).isEqualTo(Instant.ofEpochMilli(Driven.START + 2_501));
        stream.quiet(10);
        Restored restored = stream.restored("audio").get(0);
        assertThat(restored.key()).isEqualTo("k");
        assertThat(restored.observationId()).isEqualTo(observation.id()).isEqualTo("digits.image-0-0");
        assertThat(restored.lineage()).hasSize(1);
    }

    @Test
    void restoresAudioWhenPatienceEnds() {
        stream.image("k", 0).quiet(2_999);
        assertThat(stream.observations()).isEmpty();
        stream.quiet(1);
        assertThat(stream.observations()).extracting(Observation::closedBy).containsExactly(ClosedBy.PATIENCE);
        stream.quiet(10);
        assertThat(stream.restored("audio")).extracting(Restored::closedBy).containsExactly(ClosedBy.PATIENCE);
    }

    @Test
    void patienceDoesNotEndWhileThereIsSomethingToRead() {
        stream.image("k", 0);
        for (int i = 0; i < 40; i++) {
            stream.quiet(90).raw("digits.audio", "x".getBytes(UTF_8), new byte[] {1}, 0, new RecordHeaders());
        }
        assertThat(stream.observations()).isEmpty();
        stream.quiet(100);
        assertThat(stream.observations()).hasSize(1);
    }

    @Test
    void whatClosedLongAgoIsForgotten() {
        long remember = stream.spec.pairing().remember().toMillis();
        for (int i = 0; i < 40; i++) {
            stream.image("k" + i, i * remember / 4).audio("k" + i, i * remember / 4);
        }
        assertThat(stream.observations()).hasSize(40);
        // Those of two windows, for each four.
        assertThat(stream.remembered()).isBetween(5, 8);
    }

    @Test
    void patienceBeginsAnewAfterARestart() {
        stream.image("k", 0).quiet(2_900);
        stream.restart(Driven.START + 60_000);
        stream.quiet(2_999);
        assertThat(stream.observations()).isEmpty();
        stream.quiet(1);
        assertThat(stream.observations()).hasSize(1);
    }

    @Test
    void aPairMeetsAcrossARestart() {
        stream.image("k", 0);
        stream.restart(Driven.START + 60_000);
        stream.audio("k", 500);
        assertThat(stream.observations()).extracting(Observation::closedBy).containsExactly(ClosedBy.COMPLETE);
    }

    @Test
    void deadlinesAreKeptAcrossARestart() {
        stream.image("k", 0);
        stream.restart(Driven.START + 60_000);
        stream.image("other", 2_501);
        assertThat(stream.observations()).extracting(Observation::key).containsExactly("k");
    }

    @Test
    void streamTimeIsKeptAcrossARestart() {
        stream.image("other", 60_000);
        stream.restart(Driven.START + 60_000);
        stream.image("k", 0);
        assertThat(stream.observations()).extracting(Observation::closedBy).containsExactly(ClosedBy.LATE);
    }

    @Test
    void afterTheLastCallWhatIsReadyIsDoneAsItComes() throws Exception {
        stream.image("k", 0).audio("k", 100);
        CompletableFuture<Boolean> done = CompletableFuture.supplyAsync(this::lastCall);
        await().until(stream.lastCall::given);
        stream.quiet(10);
        assertThat(done.get()).isTrue();
        stream.image("l", 200).audio("l", 300);
        assertThat(stream.restored("label")).extracting(Restored::key).containsExactly("k", "l");
    }

    @Test
    void aCallThatEndsThousandsOfWaitsRunsOneBatchAndPunctuationsTheRestInOrder() {
        stream.model.perBatch = Duration.ofMillis(60);
        for (int i = 0; i < 3_000; i++) {
            stream.image("k" + i, i % 2_000);
        }
        List<String> keys = inOrderOfTheirClosing(() -> stream.image("last", 60_000));
        assertThat(keys).hasSize(3_000);
        assertThat(stream.model.batches).containsExactly(32);
        stream.quiet(10);
        // The linger's punctuation and the look's, with four each.
        assertThat(stream.model.batches).hasSize(1 + 2 * 4);
        assertRestoredInOrder(keys);
    }

    @Test
    void patienceThatEndsForThousandsAtOnceIsDealtWithOverSeveralPunctuations() {
        stream.model.perBatch = Duration.ofMillis(60);
        for (int i = 0; i < 3_000; i++) {
            stream.image("k" + i, i % 2_000);
        }
        List<String> keys = inOrderOfTheirClosing(() -> stream.quiet(3_000));
        assertThat(keys).hasSizeBetween(1_000, 1_100);
        keys.addAll(inOrderOfTheirClosing(() -> stream.quiet(10)));
        keys.addAll(inOrderOfTheirClosing(() -> stream.quiet(10)));
        assertThat(keys).hasSize(3_000);
        assertThat(stream.model.batches).hasSizeLessThan(30);
        assertRestoredInOrder(keys);
    }

    @Test
    void theLastCallIsDoneWhenNothingWaitsAnyLonger() throws Exception {
        stream.model.perBatch = Duration.ofMillis(200);
        for (int i = 0; i < 200; i++) {
            stream.image("k" + i, 0);
        }
        stream.image("last", 2_501);
        CompletableFuture<Boolean> done = CompletableFuture.supplyAsync(this::lastCall);
        await().until(stream.lastCall::given);
        stream.quiet(10);
        assertThat(done).isNotDone();
        stream.quiet(10).quiet(10).quiet(10).quiet(10);
        assertThat(done.get()).isTrue();
        assertThat(stream.restored("audio")).hasSize(200);
    }

    private List<String> inOrderOfTheirClosing(Runnable what) {
        what.run();
        return new ArrayList<>(
                stream.observations().stream().map(Observation::key).toList());
    }

    private void assertRestoredInOrder(List<String> keys) {
        for (int i = 0; i < keys.size() / 32; i++) {
            stream.quiet(10);
        }
        assertThat(stream.restored("audio")).extracting(Restored::key).containsExactlyElementsOf(keys);
    }

    private boolean lastCall() {
        try {
            return stream.lastCall.give(Duration.ofSeconds(60));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void countsWhatIsReadClosedAndRestored() {
        stream.image("k", 0).audio("k", 100).image("lonely", 200).quiet(3_000).quiet(10);
        assertThat(stream.counted(Metric.EVENTS, "image")).isEqualTo(2);
        assertThat(stream.counted(Metric.OBSERVATIONS, "complete")).isEqualTo(1);
        assertThat(stream.counted(Metric.OBSERVATIONS, "patience")).isEqualTo(1);
        assertThat(stream.counted(Metric.OBSERVATIONS, "late")).isZero();
        assertThat(stream.counted(Metric.RESTORED)).isEqualTo(2);
        assertThat(stream.registry.get(Metric.LATENCY.meterName()).timer().count())
                .isEqualTo(2);
    }

    @Test
    void tellsHowManyObservationsWaitForASide() {
        stream.image("k", 0).image("l", 100).quiet(10);
        assertThat(stream.level(Metric.PENDING)).isEqualTo(2);
        stream.audio("k", 200).quiet(10);
        assertThat(stream.level(Metric.PENDING)).isEqualTo(1);
    }

    @Test
    void whatWaitedForTheModelIsRestoredAfterARestart() {
        stream.image("k", 0).audio("k", 100);
        assertThat(stream.model.batches).isEmpty();
        stream.restart(Driven.START + 60_000);
        assertThat(stream.observations()).isEmpty();
        stream.quiet(10);
        assertThat(stream.restored("label")).extracting(Restored::key).containsExactly("k");
    }

    @Test
    void whatHasBeenRestoredIsNotRestoredAgainAfterARestart() {
        stream.image("k", 0).audio("k", 100).quiet(10);
        stream.restart(Driven.START + 60_000);
        stream.quiet(10);
        assertThat(stream.restored("label")).isEmpty();
    }

    @Test
    void duplicatesAreKnownAcrossARestart() {
        stream.image("k", 0).audio("k", 100);
        assertThat(stream.observations()).hasSize(1);
        stream.restart(Driven.START + 60_000);
        stream.image("k", 0).audio("k", 100).quiet(3_000);
        assertThat(stream.observations()).isEmpty();
        assertThat(stream.counted(Metric.DUPLICATES)).isEqualTo(2);
    }

    @Test
    void aLateEventIsRestoredAtOnceAndMarked() {
        stream.image("other", 60_000).image("k", 0).quiet(10);
        assertThat(stream.restored("audio")).extracting(Restored::closedBy).containsExactly(ClosedBy.LATE);
    }

    @Test
    void aSoundThatComesAfterItWasRestoredIsCompared() {
        stream.image("k", 0).image("other", 2_501).quiet(10).audio("k", 500).quiet(10);
        Hindsight hindsight = stream.hindsight().get(0);
        assertThat(hindsight.observationId()).isEqualTo("digits.image-0-0");
        assertThat(hindsight.closedBy()).isEqualTo(ClosedBy.DEADLINE);
        assertThat(hindsight.estimate())
                .contains(new Estimate("audio", Optional.of(new Guess("7", .9f)), .75f, FakeModel.ID));
        assertThat(hindsight.truth()).contains(new Guess("7", .8f));
        assertThat(hindsight.agrees()).contains(true);
        assertThat(hindsight.event().modality()).isEqualTo("audio");
    }

    @Test
    void aSoundThatComesBeforeItsRestorationIsMadeIsComparedWithIt() {
        stream.image("k", 0).image("other", 2_501).audio("k", 500).quiet(10);
        assertThat(stream.restored("audio")).hasSize(1);
        assertThat(stream.hindsight().get(0).estimate()).isPresent();
    }

    @Test
    void aLateLabelMeasuresTheClassification() {
        stream.image("k", 0).audio("k", 100).quiet(10).label("k", 50, "3").quiet(10);
        Hindsight hindsight = stream.hindsight().get(0);
        assertThat(hindsight.truth()).contains(new Guess("3", 1));
        assertThat(hindsight.agrees()).contains(false);
        assertThat(stream.counted(Metric.COMPARED, "false")).isEqualTo(1);
    }

    @Test
    void aLabelAloneIsLoggedAndNotRestoredFrom() {
        stream.label("k", 0, "3").quiet(3_000).quiet(10);
        assertThat(stream.observations()).extracting(Observation::observed).containsExactly(List.of("label"));
        assertThat(stream.restored("image")).isEmpty();
        assertThat(stream.model.batches).isEmpty();
    }

    @Test
    void aFullBatchDoesNotLinger() {
        for (int i = 0; i < 33; i++) {
            stream.image("k" + i, i).audio("k" + i, i);
        }
        assertThat(stream.model.batches).containsExactly(32);
        stream.quiet(10);
        assertThat(stream.model.batches).containsExactly(32, 1);
        assertThat(stream.restored("label")).hasSize(33);
    }

    @Test
    void anObservationThatTheModelCannotDoGoesToTheDeadLettersAndTheOthersGoOn() {
        stream.model.failing.add("bad");
        stream.image("good", 0).audio("good", 0).image("bad", 0).audio("bad", 0).quiet(10);
        assertThat(stream.restored("label")).extracting(Restored::key).containsExactly("good");
        assertDeadObservation("bad", "value-not-finite");
    }

    @Test
    void aModelThatBreaksOverOneObservationCostsNoOther() {
        stream.model.breaking.add("bad");
        stream.image("good", 0).audio("good", 0).image("bad", 0).audio("bad", 0).quiet(10);
        assertThat(stream.restored("label")).extracting(Restored::key).containsExactly("good");
        assertDeadObservation("bad", "model-failed");
    }

    private void assertDeadObservation(String key, String reason) {
        List<TestRecord<String, Observation>> dead = stream.records("digits.dlq", RecordType.OBSERVATION);
        assertThat(dead).hasSize(1);
        assertThat(dead.get(0).value().key()).isEqualTo(key);
        assertThat(dead.get(0).value().observed()).containsExactly("image", "audio");
        assertThat(header(dead.get(0), DeadLetter.REASON)).isEqualTo(reason);
        assertThat(stream.counted(Metric.DEAD_LETTERS, reason)).isEqualTo(1);
    }

    @Test
    void aRecordThatIsNoneIsBuriedByteForByteAndTheNextIsRead() {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            byte[] value = new byte[random.nextInt(3_000)];
            random.nextBytes(value);
            byte[] key = new byte[1 + random.nextInt(20)];
            random.nextBytes(key);
            var headers = new RecordHeaders().add("mine", new byte[] {7});
            stream.raw("digits.audio", key, value, i, headers);
            TestRecord<byte[], byte[]> dead = stream.dead().get(0);
            assertThat(dead.key()).isEqualTo(key);
            assertThat(dead.value()).isEqualTo(value);
            assertThat(dead.headers().lastHeader("mine").value()).isEqualTo(new byte[] {7});
            assertThat(header(dead, "__streams.errors.topic")).isEqualTo("digits.audio");
            assertThat(header(dead, "__streams.errors.partition")).isEqualTo("0");
            assertThat(header(dead, "__streams.errors.offset")).isEqualTo(Integer.toString(i));
            assertThat(header(dead, "__streams.errors.exception")).startsWith("dev.kintsugi.");
            assertThat(header(dead, "__streams.errors.message")).isNotBlank();
            assertThat(header(dead, "__streams.errors.stacktrace")).contains("ReadProcessor");
        }
        stream.image("k", 0).audio("k", 0);
        assertThat(stream.observations()).hasSize(1);
    }

    @Test
    void aLargeRecordThatIsNoneIsBuriedWithLittleAroundIt() {
        byte[] value = stream.bytes(
                "digits.label",
                RecordType.LABEL_EVENT,
                new LabelEvent(
                        Optional.empty(), Instant.ofEpochMilli(Driven.START), Optional.empty(), "x".repeat(1_000_000)));
        stream.raw("digits.label", "k".getBytes(UTF_8), value, 0, new RecordHeaders());
        TestRecord<byte[], byte[]> dead = stream.dead().get(0);
        assertThat(dead.value()).isEqualTo(value);
        int around = 0;
        for (Header header : dead.headers()) {
            around += header.key().length() + header.value().length;
        }
        assertThat(around).isLessThan(10_000);
    }

    @Test
    void aPictureThatIsNoneIsBuriedAsItCame() {
        var event = new ImageEvent(
                Optional.empty(),
                Instant.ofEpochMilli(Driven.START),
                Optional.empty(),
                new ImagePayload.Png(Bytes.of("no picture".getBytes(UTF_8))));
        byte[] value = stream.bytes("digits.image", RecordType.IMAGE_EVENT, event);
        stream.raw("digits.image", "k".getBytes(UTF_8), value, 0, new RecordHeaders());
        TestRecord<byte[], byte[]> dead = stream.dead().get(0);
        assertThat(dead.value()).isEqualTo(value);
        assertThat(header(dead, DeadLetter.REASON)).isEqualTo("image-format-unknown");
        assertThat(stream.counted(Metric.DEAD_LETTERS, "image-format-unknown")).isEqualTo(1);
    }

    @Test
    void recordsWithoutKeyOrValueOrWithStrangeLabelsAreBuried() {
        byte[] image = stream.bytes("digits.image", RecordType.IMAGE_EVENT, Driven.anImage("k", 0));
        stream.raw("digits.image", null, image, 0, new RecordHeaders());
        stream.raw("digits.image", new byte[] {(byte) 0xff}, image, 0, new RecordHeaders());
        stream.raw("digits.image", "k".getBytes(UTF_8), null, 0, new RecordHeaders());
        stream.label("k", 0, "eleven");
        assertThat(stream.dead())
                .extracting(dead -> header(dead, DeadLetter.REASON))
                .containsExactly("key-missing", "key-not-utf8", "value-missing", "label-unknown");
    }

    @Test
    void anEventFromTheFutureIsBuriedAndMakesNothingElseLate() {
        byte[] future = stream.bytes("digits.image", RecordType.IMAGE_EVENT, Driven.anImage("k", 300_001));
        stream.raw("digits.image", "k".getBytes(UTF_8), future, 0, new RecordHeaders());
        assertThat(header(stream.dead().get(0), DeadLetter.REASON)).isEqualTo("event-time-ahead");
        stream.image("k", 0).audio("k", 0);
        assertThat(stream.observations()).extracting(Observation::closedBy).containsExactly(ClosedBy.COMPLETE);
    }

    @Test
    void anEventMisplacedByItsSenderIsCounted() {
        // Of two partitions, murmur2 has the second for "key-3" and the first for "key-2", where the driver puts both.
        stream.image("key-3", 0).image("key-2", 0).image("key-3", 1);
        assertThat(stream.counted(Metric.MISPLACED, "image")).isEqualTo(2);
        assertThat(stream.dead()).isEmpty();
    }

    @Test
    void payloadsAreBroughtToCanonicalForm() {
        var raw = new ImageEvent(
                Optional.empty(),
                Instant.ofEpochMilli(Driven.START),
                Optional.empty(),
                new ImagePayload.Grey(56, 40, Bytes.of(new byte[56 * 40])));
        stream.send("digits.image", "k", RecordType.IMAGE_EVENT, raw, 0).quiet(3_000);
        Content content = stream.observations().get(0).events().get(0).content();
        assertThat(content).isInstanceOf(Content.Png.class);
        assertThat(Pictures.decode(content.bytes().array())
                        .map(picture -> picture.width() + "x" + picture.height())
                        .orElseThrow(bad -> new IllegalStateException(bad.message())))
                .isEqualTo("28x28");
    }

    @Test
    void traceHeadersOfAllEventsAreCarriedOn() {
        byte[] image = stream.bytes("digits.image", RecordType.IMAGE_EVENT, Driven.anImage("k", 0));
        byte[] audio = stream.bytes("digits.audio", RecordType.AUDIO_EVENT, Driven.anAudio("k", 0));
        var first = new RecordHeaders().add("traceparent", new byte[] {1}).add("other", new byte[] {9});
        var second = new RecordHeaders().add("traceparent", new byte[] {2}).add("baggage", new byte[] {3});
        stream.raw("digits.image", "k".getBytes(UTF_8), image, 0, first);
        stream.restart(Driven.START);
        stream.raw("digits.audio", "k".getBytes(UTF_8), audio, 0, second).quiet(10);
        for (var record : List.of(
                stream.records("digits.observations", RecordType.OBSERVATION).get(0),
                stream.records("digits.label.restored", RecordType.RESTORED).get(0),
                stream.records("digits.latents", RecordType.LATENTS).get(0))) {
            List<String> headers = new ArrayList<>();
            record.headers().forEach(header -> headers.add(header.key() + header.value()[0]));
            assertThat(headers).containsExactly("traceparent1", "traceparent2", "baggage3");
        }
    }

    @Test
    void recordsMadeOfAnEventHaveItsTimestampSoThatTheyAreTheSameAgain() {
        stream.image("k", 0).image("other", 2_600).quiet(10);
        assertThat(stream.records("digits.observations", RecordType.OBSERVATION)
                        .get(0)
                        .timestamp())
                .isEqualTo(Driven.START + 2_600);
        assertThat(stream.records("digits.audio.restored", RecordType.RESTORED)
                        .get(0)
                        .timestamp())
                .isEqualTo(Driven.START + 2_600);
    }

    @Test
    void withoutRestoringObservationsAreLoggedAndLateSidesKept(@TempDir Path other) {
        try (Driven pairing = new Driven(other, "digits", Set.of(Stage.PAIR))) {
            pairing.image("k", 0).image("other", 2_501).audio("k", 500).quiet(10);
            assertThat(pairing.observations()).hasSize(1);
            assertThat(pairing.hindsight()).extracting(Hindsight::estimate).containsExactly(Optional.empty());
            assertThat(pairing.model.batches).isEmpty();
        }
    }

    @Test
    void oneModalityIsEncodedAtOnce(@TempDir Path other) {
        try (Driven images = new Driven(other, "images-only", Set.of(Stage.PAIR, Stage.RESTORE))) {
            images.image("k", 0).quiet(10);
            assertThat(images.read("images-only.latents", RecordType.LATENTS)).hasSize(1);
            assertThat(images.read("images-only.observations", RecordType.OBSERVATION))
                    .hasSize(1);
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerStopsTheStreamInsteadOfBuryingTheEvent(@TempDir Path other) {
        byte[] value = stream.bytes("digits.image", RecordType.IMAGE_EVENT, Driven.anImage("k", 0));
        try (Driven alone = new Driven(other, new SilentSchemas())) {
            assertThatThrownBy(() -> alone.raw("digits.image", "k".getBytes(UTF_8), value, 0, new RecordHeaders()))
                    .hasRootCauseInstanceOf(RegistryException.class);
            assertThat(alone.dead()).isEmpty();
        }
    }

    private static final class SilentSchemas implements Schemas {
        @Override
        public int idOf(String subject, String schema) {
            return 1;
        }

        @Override
        public String byId(int id) {
            throw new RegistryException("no registry answers", null);
        }
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
