package dev.kintsugi.wire;

import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.AudioPayload;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.ClosedBy;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Estimate;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.event.LabelEvent;
import dev.kintsugi.event.Latents;
import dev.kintsugi.event.ModelRecord;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Origin;
import dev.kintsugi.event.Restored;
import dev.kintsugi.event.SourceEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Records of every type, drawn at random from a seed. */
public final class SampleRecords {
    private final Random random;

    public SampleRecords(long seed) {
        this.random = new Random(seed);
    }

    public ImageEvent image() {
        return new ImageEvent(maybeText(), time(), maybeText(), imagePayload());
    }

    public AudioEvent audio() {
        return new AudioEvent(maybeText(), time(), maybeText(), audioPayload());
    }

    public LabelEvent label() {
        return new LabelEvent(maybeText(), time(), maybeText(), text());
    }

    public Observation observation() {
        List<ObservedEvent> events = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            events.add(new ObservedEvent("modality" + i, maybeText(), time(), origin(), content()));
        }
        return new Observation(text(), text(), closedBy(), List.of("audio"), time(), time(), time(), time(), events);
    }

    public Restored restored() {
        Optional<Guess> guess =
                random.nextBoolean() ? Optional.of(new Guess(text(), random.nextFloat())) : Optional.empty();
        return new Restored(
                text(),
                "audio",
                guess,
                random.nextFloat(),
                text(),
                time(),
                time(),
                closedBy(),
                text(),
                List.of(new SourceEvent("image", origin())),
                text(),
                content());
    }

    public Latents latents() {
        return new Latents(
                text(),
                text(),
                text(),
                closedBy(),
                time(),
                floats(),
                floats(),
                Map.of("image", floats()),
                floats(),
                random.nextBoolean() ? Optional.of(random.nextInt(10)) : Optional.empty(),
                Map.of("prior", random.nextFloat()),
                List.of(new SourceEvent("image", origin())));
    }

    public Hindsight hindsight() {
        Optional<Guess> guess =
                random.nextBoolean() ? Optional.of(new Guess(text(), random.nextFloat())) : Optional.empty();
        Optional<Estimate> estimate = random.nextBoolean()
                ? Optional.of(new Estimate("audio", guess, random.nextFloat(), text()))
                : Optional.empty();
        ObservedEvent event = new ObservedEvent("audio", maybeText(), time(), origin(), content());
        return Hindsight.of(text(), text(), closedBy(), random.nextBoolean(), estimate, guess, time(), event);
    }

    public ModelRecord modelRecord() {
        int parts = 1 + random.nextInt(10);
        return random.nextBoolean()
                ? new ModelRecord.Part(text(), time(), random.nextInt(parts), parts, bytes())
                : new ModelRecord.Choice(text(), time());
    }

    private List<Float> floats() {
        return Stream.generate(random::nextFloat).limit(random.nextInt(20)).toList();
    }

    private ImagePayload imagePayload() {
        return switch (random.nextInt(3)) {
            case 0 -> new ImagePayload.Png(bytes());
            case 1 -> new ImagePayload.Jpeg(bytes());
            default -> new ImagePayload.Grey(random.nextInt(100), random.nextInt(100), bytes());
        };
    }

    private AudioPayload audioPayload() {
        AudioPayload.Form[] forms = AudioPayload.Form.values();
        int choice = random.nextInt(forms.length + 1);
        return choice == forms.length
                ? new AudioPayload.Wav(bytes())
                : new AudioPayload.Pcm(forms[choice], random.nextInt(48_000), 1 + random.nextInt(2), bytes());
    }

    private Content content() {
        return switch (random.nextInt(3)) {
            case 0 -> new Content.Png(bytes());
            case 1 -> new Content.Wav(bytes());
            default -> new Content.Label(text());
        };
    }

    private ClosedBy closedBy() {
        return ClosedBy.values()[random.nextInt(ClosedBy.values().length)];
    }

    private Origin origin() {
        return new Origin(text(), random.nextInt(100), random.nextLong());
    }

    private Instant time() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private Optional<String> maybeText() {
        return random.nextBoolean() ? Optional.of(text()) : Optional.empty();
    }

    private String text() {
        return random.ints(random.nextInt(20), 'a', 'ÿ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Bytes bytes() {
        byte[] array = new byte[random.nextInt(5000)];
        random.nextBytes(array);
        return Bytes.of(array);
    }
}
