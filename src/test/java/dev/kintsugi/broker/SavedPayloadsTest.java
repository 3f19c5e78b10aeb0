package dev.kintsugi.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.AudioPayload;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.event.LabelEvent;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.wire.AnyRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedPayloadsTest {
    private static final String LONG =
            "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十" + "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";
    private static final Bytes PNG = Bytes.of(Pictures.png(new Picture(2, 2, new byte[] {0, 1, 2, 3})));
    private static final Bytes WAV = Bytes.of(Wav.encode(new Sound(8000, new float[] {0, .5f, -.5f})));

    @TempDir
    private Path temporary;

    private Path folder;
    private SavedPayloads payloads;

    @BeforeEach
    void open() {
        folder = temporary.resolve("out");
        payloads = new SavedPayloads(folder);
    }

    @Test
    void savesAPngAsItCame() throws IOException {
        assertThat(payloads.save(seen("seven", 0, image(new ImagePayload.Png(PNG))))
                        .files())
                .containsExactly(folder.resolve("seven.png"));
        assertThat(Files.readAllBytes(folder.resolve("seven.png"))).isEqualTo(PNG.array());
    }

    @Test
    void makesPngOfRawPixels() throws IOException {
        payloads.save(seen("k", 0, image(new ImagePayload.Grey(2, 2, Bytes.of(new byte[] {0, 1, 2, 3})))));
        assertThat(Pictures.decode(Files.readAllBytes(folder.resolve("k.png"))))
                .isEqualTo(Decoded.ok(new Picture(2, 2, new byte[] {0, 1, 2, 3})));
    }

    @Test
    void makesWavOfRawSamples() throws IOException {
        Bytes samples = Bytes.of(new byte[] {0, 0, 0, 64, 0, -64});
        payloads.save(seen("k", 1, audio(new AudioPayload.Pcm(AudioPayload.Form.S16LE, 8000, 1, samples))));
        assertThat(Wav.decode(Files.readAllBytes(folder.resolve("k.wav"))))
                .isEqualTo(Decoded.ok(new Sound(8000, new float[] {0, .5f, -.5f})));
    }

    @Test
    void aSecondPayloadOfAKeyIsNamedByItsPlaceToo() {
        Bytes other = Bytes.of(Pictures.png(new Picture(1, 1, new byte[1])));
        payloads.save(seen("k", 17, image(new ImagePayload.Png(other))));
        assertThat(payloads.save(seen("k", 18, image(new ImagePayload.Png(PNG))))
                        .files())
                .containsExactly(folder.resolve("k.3-18.png"));
    }

    @Test
    void theSamePayloadAgainIsTheSameFile() {
        Seen seen = seen("k", 17, image(new ImagePayload.Png(PNG)));
        assertThat(payloads.save(seen).files()).isEqualTo(payloads.save(seen).files());
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aModalitysNameCannotLeaveTheFolderEither() {
        Instant then = Instant.EPOCH;
        Observation observation = new Observation(
                "o",
                "k",
                ClosedBy.COMPLETE,
                List.of(),
                then,
                then,
                then,
                then,
                List.of(side("../../evil", new Content.Png(PNG))));
        assertThat(payloads.save(seen("k", 0, observation)).files())
                .singleElement()
                .satisfies(file -> assertThat(file.normalize().getParent()).isEqualTo(folder));
    }

    @Test
    void aFileThatCannotBeWrittenIsAProblemOfItsRecordAlone() throws IOException {
        Files.createDirectory(folder.resolve("k.png"));
        assertThat(payloads.save(seen("k", 0, image(new ImagePayload.Png(PNG)))).problems())
                .hasSize(1);
        assertThat(payloads.save(seen("l", 1, image(new ImagePayload.Png(PNG)))).files())
                .hasSize(1);
    }

    @Test
    void savesEverySideOfAnObservation() {
        List<ObservedEvent> sides = List.of(
                side("image", new Content.Png(PNG)),
                side("audio", new Content.Wav(WAV)),
                side("label", new Content.Label("7")));
        Instant then = Instant.EPOCH;
        Observation observation =
                new Observation("o", "k", ClosedBy.COMPLETE, List.of(), then, then, then, then, sides);
        assertThat(payloads.save(seen("k", 0, observation)).files())
                .containsExactly(folder.resolve("k.image.png"), folder.resolve("k.audio.wav"));
    }

    @Test
    void saysWhyAPayloadBecameNoFile() {
        ImagePayload tooShort = new ImagePayload.Grey(5, 5, Bytes.of(new byte[] {1}));
        SavedPayloads.Saved saved = payloads.save(seen("k", 0, image(tooShort)));
        assertThat(saved.files()).isEmpty();
        assertThat(saved.problems()).singleElement().asString().contains("25");
    }

    @Test
    void savesNothingOfWhatHasNoPayload() {
        LabelEvent label = new LabelEvent(Optional.empty(), Instant.EPOCH, Optional.empty(), "7");
        assertThat(payloads.save(seen("k", 0, label)).files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/root", "..", ".", "a b:c", "ಒಂದು-1", "", LONG})
    void noKeyNamesAFileOutsideTheFolder(String key) {
        Path file = payloads.save(seen(key, 0, image(new ImagePayload.Png(PNG))))
                .files()
                .get(0);
        assertThat(file.normalize().getParent()).isEqualTo(folder);
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> new SavedPayloads(file))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("name another with --save");
    }

    private static ObservedEvent side(String modality, Content content) {
        return new ObservedEvent(modality, Optional.empty(), Instant.EPOCH, new Origin("t", 0, 0), content);
    }

    private static ImageEvent image(ImagePayload payload) {
        return new ImageEvent(Optional.empty(), Instant.EPOCH, Optional.empty(), payload);
    }

    private static AudioEvent audio(AudioPayload payload) {
        return new AudioEvent(Optional.empty(), Instant.EPOCH, Optional.empty(), payload);
    }

    private static Seen seen(String key, long offset, Object event) {
        var raw = new ConsumerRecord<>("t", 3, offset, key.getBytes(UTF_8), new byte[0]);
        return new Seen(raw, Optional.of(new AnyRecord("any", Optional.of(event), Map.of())), Optional.empty());
    }
}
