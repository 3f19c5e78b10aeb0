package dev.kintsugi.demo;

import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Restored;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A restored side beside what it was restored from, for people to look at. */
public record Mend(Restored restored, Optional<Observation> observation) {
    private static final String GAP = "   ";

    /** A line that says what it is, and below it both sides in characters. */
    public String text() {
        List<String> made = restored.preview().stripTrailing().lines().toList();
        List<String> source = source().map(it -> it.lines().toList()).orElse(List.of());
        StringBuilder text = new StringBuilder(heading()).append(System.lineSeparator());
        int width = source.stream().mapToInt(String::length).max().orElse(0);
        for (int row = 0; row < Math.max(made.size(), source.size()); row++) {
            String left = row < source.size() ? source.get(row) : "";
            String right = row < made.size() ? made.get(row) : "";
            String gap = width == 0 ? GAP : GAP + left + " ".repeat(width - left.length()) + GAP + "│" + GAP;
            text.append((gap + right).stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private String heading() {
        return String.format(
                Locale.ROOT,
                "%s: %s restored from %s%s, confidence %.2f, closed by %s, model %s",
                restored.key(),
                restored.modality(),
                String.join(" and ", restored.observed()),
                restored.guess()
                        .map(guess -> String.format(
                                Locale.ROOT, ", a \"%s\" at %.0f %%", guess.label(), 100 * guess.probability()))
                        .orElse(""),
                restored.confidence(),
                restored.closedBy().name().toLowerCase(Locale.ROOT),
                restored.modelId());
    }

    /** The picture that it was restored from, if there was one; a sound is there to be heard. */
    private Optional<String> source() {
        return observation.stream()
                .flatMap(it -> it.events().stream())
                .map(ObservedEvent::content)
                .filter(Content.Png.class::isInstance)
                .map(png -> Pictures.decode(png.bytes().array()))
                .flatMap(Mend::seen)
                .map(picture -> picture.preview().stripTrailing())
                .findFirst();
    }

    private static Stream<Picture> seen(Decoded<Picture> decoded) {
        return decoded instanceof Decoded.Ok<Picture> ok ? Stream.of(ok.value()) : Stream.empty();
    }
}
