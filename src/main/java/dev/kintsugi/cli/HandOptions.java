package dev.kintsugi.cli;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.AudioPayload;
import dev.kintsugi.event.Bytes;
import dev.kintsugi.event.Event;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.event.LabelEvent;
import dev.kintsugi.spec.AudioModality;
import dev.kintsugi.spec.ImageModality;
import dev.kintsugi.spec.LabelModality;
import dev.kintsugi.spec.ModalitySpec;
import dev.kintsugi.spec.TopologySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The events of one key, from files. */
final class HandOptions {
    @Option(names = "--key", paramLabel = "K", required = true, description = "The key that the events share.")
    private String key;

    @Option(names = "--image", paramLabel = "FILE", description = "A PNG or JPEG file for the modality \"image\".")
    private Path image;

    @Option(names = "--audio", paramLabel = "FILE", description = "A WAV file for the modality \"audio\".")
    private Path audio;

    @Option(names = "--file", paramLabel = "MODALITY=FILE", description = "A file for a modality of another name.")
    private Map<String, Path> files = new LinkedHashMap<>();

    @Option(names = "--label", paramLabel = "CLASS", description = "The label, for the topology's label modality.")
    private String label;

    String key() {
        return key;
    }

    /** The events by modality, all of this moment; files that are no pictures or sounds are refused here. */
    Map<String, Event> events(TopologySpec topology, CommandLine command, Clock clock) {
        Instant now = clock.instant();
        Map<String, Event> events = new LinkedHashMap<>();
        given().forEach((name, file) -> events.put(name, event(modality(topology, name, command), file, now, command)));
        if (label != null) {
            LabelModality modality = topology.label()
                    .orElseThrow(() -> new ParameterException(command, topology.name() + " has no label modality"));
            events.put(
                    modality.name(),
                    new LabelEvent(Optional.empty(), now, Optional.of("by hand"), known(modality, command)));
        }
        if (events.isEmpty()) {
            throw new ParameterException(command, "--key alone sends nothing; add --image, --audio, --file or --label");
        }
        return events;
    }

    private Map<String, Path> given() {
        Map<String, Path> given = new LinkedHashMap<>();
        Optional.ofNullable(image).ifPresent(file -> given.put("image", file));
        Optional.ofNullable(audio).ifPresent(file -> given.put("audio", file));
        given.putAll(files);
        return given;
    }

    private static ModalitySpec modality(TopologySpec topology, String name, CommandLine command) {
        return topology.modality(name)
                .orElseThrow(() -> new ParameterException(
                        command, topology.name() + " has no modality \"" + name + "\"; see its topology file"));
    }

    private String known(LabelModality modality, CommandLine command) {
        if (!modality.classes().contains(label)) {
            throw new ParameterException(
                    command, "--label is \"" + label + "\"; use one of " + String.join(", ", modality.classes()));
        }
        return label;
    }

    private static Event event(ModalitySpec modality, Path file, Instant now, CommandLine command) {
        byte[] bytes = read(file);
        Optional<String> source = Optional.of(file.getFileName().toString());
        if (modality instanceof ImageModality) {
            require(Pictures.decode(bytes), file);
            return new ImageEvent(Optional.empty(), now, source, picture(bytes));
        }
        if (modality instanceof AudioModality) {
            require(Wav.decode(bytes), file);
            return new AudioEvent(Optional.empty(), now, source, new AudioPayload.Wav(Bytes.of(bytes)));
        }
        throw new ParameterException(command, "\"" + modality.name() + "\" takes no file; use --label");
    }

    private static ImagePayload picture(byte[] bytes) {
        boolean jpeg = (bytes[0] & 0xff) == 0xff;
        return jpeg ? new ImagePayload.Jpeg(Bytes.of(bytes)) : new ImagePayload.Png(Bytes.of(bytes));
    }

    private static void require(Decoded<?> decoded, Path file) {
        if (decoded instanceof Decoded.Bad<?> bad) {
            throw new Fault(file + ": " + bad.message());
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Fault("the file " + file + " cannot be read: " + e + "; name one that is there", e);
        }
    }
}
