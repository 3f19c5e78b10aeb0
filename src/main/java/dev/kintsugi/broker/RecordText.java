package dev.kintsugi.broker;

import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.AudioPayload;
import dev.kintsugi.event.Event;
import dev.kintsugi.event.Guess;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.event.LabelEvent;
import dev.kintsugi.event.Latents;
import dev.kintsugi.event.ModelRecord;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.Restored;
import dev.kintsugi.wire.AnyRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A record as one line for people. */
public final class RecordText {
    private static final int LONGEST_VALUE = 48;
    /** Control and format characters: escape sequences old and new, and what turns the direction of writing. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private final DateTimeFormatter clock;

    public RecordText(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(zone);
    }

    /** When, where, which key, and what it says; nothing in it can move a terminal's cursor. */
    public String line(Seen seen) {
        var raw = seen.raw();
        String what = seen.record()
                .map(this::describe)
                .orElseGet(() -> "not a record: " + seen.problem().orElse("") + sizeOf(raw.value()));
        return printable(String.format(
                "%s  %s[%d]@%d  %s  %s",
                clock.format(Instant.ofEpochMilli(raw.timestamp())),
                raw.topic(),
                raw.partition(),
                raw.offset(),
                seen.key(),
                what));
    }

    private static String sizeOf(byte[] value) {
        return value == null ? "" : " (" + value.length + " bytes)";
    }

    private String describe(AnyRecord record) {
        Object event = record.event().orElse(null);
        if (event instanceof Event known) {
            return what(known) + "  at " + clock.format(known.time())
                    + known.source().map(source -> "  from " + source).orElse("");
        }
        if (event instanceof Observation observation) {
            return what(observation);
        }
        if (event instanceof Hindsight hindsight) {
            return what(hindsight);
        }
        if (event instanceof Latents latents) {
            return what(latents);
        }
        if (event instanceof ModelRecord model) {
            return what(model);
        }
        return event instanceof Restored restored ? what(restored) : fields(record);
    }

    private static String what(Event event) {
        if (event instanceof ImageEvent image) {
            return "image  " + what(image.payload());
        }
        if (event instanceof AudioEvent audio) {
            return "audio  " + what(audio.payload());
        }
        return "label  " + ((LabelEvent) event).label();
    }

    private static String what(ImagePayload payload) {
        String kind = payload instanceof ImagePayload.Grey grey
                ? "grey " + grey.width() + "×" + grey.height()
                : payload.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        return kind + ", " + payload.bytes().size() + " bytes";
    }

    private static String what(AudioPayload payload) {
        String kind = payload instanceof AudioPayload.Pcm pcm
                ? pcm.form() + " " + pcm.sampleRate() + " Hz, " + pcm.channels() + " channel(s)"
                : "WAV";
        return kind + ", " + payload.bytes().size() + " bytes";
    }

    private String what(Observation observation) {
        return "observed " + String.join(" + ", observation.observed())
                + (observation.missing().isEmpty() ? "" : ", missing " + String.join(" + ", observation.missing()))
                + "  closed by " + lower(observation.closedBy())
                + "  at " + clock.format(observation.eventTime());
    }

    private String what(Restored restored) {
        String guess = restored.guess()
                .map(g -> String.format("  \"%s\" %.0f %%", g.label(), 100 * g.probability()))
                .orElse("");
        return String.format(
                "%s from %s%s  confidence %.2f  closed by %s  model %s  at %s",
                restored.modality(),
                String.join(" + ", restored.observed()),
                guess,
                restored.confidence(),
                lower(restored.closedBy()),
                restored.modelId(),
                clock.format(restored.eventTime()));
    }

    private String what(Hindsight hindsight) {
        return String.format(
                "%s %s  said %s  is %s  closed by %s  at %s",
                hindsight.shadow() ? "hidden" : "late",
                hindsight.event().modality(),
                hindsight.estimate().map(estimate -> quoted(estimate.guess())).orElse("nothing"),
                quoted(hindsight.truth()),
                lower(hindsight.closedBy()),
                clock.format(hindsight.event().time()));
    }

    private String what(Latents latents) {
        return String.format(
                "of %s  %d numbers%s  closed by %s  model %s  at %s",
                String.join(" + ", latents.observed()),
                latents.mean().size(),
                latents.cluster().map(cluster -> "  cluster " + cluster).orElse(""),
                lower(latents.closedBy()),
                latents.modelId(),
                clock.format(latents.eventTime()));
    }

    private String what(ModelRecord model) {
        String which = model instanceof ModelRecord.Part part
                ? String.format(
                        "part %d of %d of model %s, %d bytes",
                        part.number() + 1,
                        part.parts(),
                        part.modelId(),
                        part.bytes().size())
                : "model " + model.modelId() + " is to be used";
        return which + "  at " + clock.format(model.publishedAt());
    }

    private static String quoted(Optional<Guess> guess) {
        return guess.map(it -> '"' + it.label() + '"').orElse("?");
    }

    private static String lower(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private static String fields(AnyRecord record) {
        String name = record.type().substring(record.type().lastIndexOf('.') + 1);
        return name
                + record.fields().entrySet().stream()
                        .map(field -> "  " + field.getKey() + "=" + brief(field.getValue()))
                        .collect(Collectors.joining());
    }

    private static String brief(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (value instanceof List<?> list) {
            return "[" + list.size() + "]";
        }
        if (value instanceof Map<?, ?> map) {
            return "{" + map.size() + "}";
        }
        String text = String.valueOf(value);
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private static String printable(String line) {
        return CONTROL.matcher(line).replaceAll("·");
    }
}
