package dev.kintsugi.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.Decoded;
import dev.kintsugi.codec.audio.Pcm;
import dev.kintsugi.codec.audio.SampleFormat;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.codec.image.Picture;
import dev.kintsugi.codec.image.Pictures;
import dev.kintsugi.event.AudioEvent;
import dev.kintsugi.event.AudioPayload;
import dev.kintsugi.event.Content;
import dev.kintsugi.event.Hindsight;
import dev.kintsugi.event.ImageEvent;
import dev.kintsugi.event.ImagePayload;
import dev.kintsugi.event.Observation;
import dev.kintsugi.event.ObservedEvent;
import dev.kintsugi.event.Restored;
import dev.kintsugi.wire.AnyRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A folder of pictures and sounds, saved from records as PNG and WAV files named by key.
 *
 * <p>What the record has as PNG or WAV is saved as it is, everything else is converted. A key's second file of a kind,
 * if it differs, gets its place in the topic as well, and the sides of an observation their modality: {@code 17.png},
 * {@code 17.0-431.png}, {@code 17.audio.wav}.
 */
public final class SavedPayloads {
    private static final int LONGEST_NAME = 120;

    private final Path folder;

    public SavedPayloads(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Fault("the folder " + folder + " cannot be made: " + e + "; name another with --save", e);
        }
    }

    /** What came of saving a record's payloads: files, and why a payload became none. */
    public record Saved(List<Path> files, List<String> problems) {
        private Saved() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Saves whatever the record carries. */
    public Saved save(Seen seen) {
        Object event = seen.record().flatMap(AnyRecord::event).orElse(null);
        Saved saved = new Saved();
        if (event instanceof ImageEvent image) {
            save(saved, seen, "", "png", png(image.payload()));
        } else if (event instanceof AudioEvent audio) {
            save(saved, seen, "", "wav", wav(audio.payload()));
        } else if (event instanceof Restored restored) {
            save(saved, seen, "", restored.content());
        } else if (event instanceof Hindsight hindsight) {
            save(saved, seen, "", hindsight.event().content());
        } else if (event instanceof Observation observation) {
            for (ObservedEvent observed : observation.events()) {
                save(saved, seen, observed.modality(), observed.content());
            }
        }
        return saved;
    }

    private void save(Saved saved, Seen seen, String part, Content content) {
        if (content instanceof Content.Png png) {
            write(saved, seen, part, "png", png.bytes().array());
        } else if (content instanceof Content.Wav wav) {
            write(saved, seen, part, "wav", wav.bytes().array());
        }
    }

    private void save(Saved saved, Seen seen, String part, String extension, Decoded<byte[]> payload) {
        if (payload instanceof Decoded.Ok<byte[]> ok) {
            write(saved, seen, part, extension, ok.value());
        } else if (payload instanceof Decoded.Bad<byte[]> bad) {
            saved.problems().add(bad.message());
        }
    }

    private static Decoded<byte[]> png(ImagePayload payload) {
        byte[] bytes = payload.bytes().array();
        if (payload instanceof ImagePayload.Png) {
            return Decoded.ok(bytes);
        }
        Decoded<Picture> picture = payload instanceof ImagePayload.Grey grey
                ? Pictures.raw(bytes, grey.width(), grey.height())
                : Pictures.decode(bytes);
        return picture.map(Pictures::png);
    }

    private static Decoded<byte[]> wav(AudioPayload payload) {
        byte[] bytes = payload.bytes().array();
        return payload instanceof AudioPayload.Pcm pcm
                ? Pcm.decode(bytes, pcm.sampleRate(), pcm.channels(), format(pcm.form()))
                        .map(Wav::encode)
                : Decoded.ok(bytes);
    }

    private static SampleFormat format(AudioPayload.Form form) {
        return switch (form) {
            case U8 -> SampleFormat.U8;
            case S16LE -> SampleFormat.S16LE;
            case S24LE -> SampleFormat.S24LE;
            case F32LE -> SampleFormat.F32LE;
        };
    }

    private void write(Saved saved, Seen seen, String part, String extension, byte[] bytes) {
        String key = fileName(seen.key());
        String place = seen.raw().partition() + "-" + seen.raw().offset();
        String ending = (part.isEmpty() ? "" : "." + fileName(part)) + "." + extension;
        try {
            Path file = path(key, ending);
            if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), bytes)) {
                file = path(key + "." + place, ending);
            }
            saved.files().add(Files.write(file, bytes));
        } catch (IOException e) {
            saved.problems().add(e + "; free some space, or name another folder");
        }
    }

    /** Where the file system's encoding has no place for a key's letters, as with the locale C, they become underscores. */
    private Path path(String name, String ending) {
        try {
            return folder.resolve(name + ending);
        } catch (InvalidPathException e) {
            return folder.resolve((name + ending).replaceAll("[^\\p{ASCII}]", "_"));
        }
    }

    /** Keys come from anywhere: none may name a file outside the folder, or be longer than file systems take. */
    private static String fileName(String text) {
        String safe = text.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.+", "_");
        while (safe.getBytes(UTF_8).length > LONGEST_NAME) {
            safe = safe.substring(0, safe.length() - 1);
        }
        return safe.isEmpty() ? "_" : safe;
    }
}
