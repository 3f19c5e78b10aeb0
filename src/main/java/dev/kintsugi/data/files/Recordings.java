package dev.kintsugi.data.files;

import dev.kintsugi.Fault;
import dev.kintsugi.codec.audio.Sound;
import dev.kintsugi.codec.audio.Wav;
import dev.kintsugi.data.Examples;
import dev.kintsugi.data.files.StoredExamples.Item;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Recordings named {@code {digit}_{speaker}_{take}.wav}, as the Free Spoken Digit Dataset names them. */
public final class Recordings {
    private static final Pattern NAME = Pattern.compile("(\\d+)_([^/]+)_(\\d{1,9})\\.wav");

    /** No recording of a word is longer; an archive's entry that is must not fill the memory. */
    private static final long LARGEST = 16 << 20;

    private record Recording(Item item, int take) {}

    private final List<Recording> recordings = new ArrayList<>();

    private Recordings() {}

    static boolean isNamed(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    static Recordings in(List<Path> files) {
        Recordings recordings = new Recordings();
        for (Path file : files) {
            recordings.add(file.getFileName().toString(), file.toString(), () -> Place.bytes(file));
        }
        return recordings.sorted();
    }

    static Recordings in(Path archive) {
        try (InputStream in = Files.newInputStream(archive)) {
            return in(archive.toString(), in);
        } catch (IOException e) {
            throw Place.unreadable(archive, e);
        }
    }

    /** Reads a compressed tar archive whole; recordings may lie in any of its folders. */
    public static Recordings in(String archive, InputStream stream) throws IOException {
        Recordings recordings = new Recordings();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(stream), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.isFile() && NAME.matcher(name).matches()) {
                    byte[] content = content(archive, entry, tar);
                    recordings.add(name, archive + ": " + entry.getName(), () -> content);
                }
            }
        }
        return recordings.sorted();
    }

    private static byte[] content(String archive, TarArchiveEntry entry, InputStream tar) throws IOException {
        if (entry.getSize() > LARGEST) {
            throw new Fault(archive + ": " + entry.getName() + " has " + entry.getSize() + " bytes; expected at most "
                    + LARGEST);
        }
        return tar.readNBytes((int) entry.getSize());
    }

    private void add(String name, String place, Supplier<byte[]> content) {
        Matcher parts = NAME.matcher(name);
        if (parts.matches()) {
            Item item = new Item(parts.group(1), name, Optional.of(parts.group(2)), place, content);
            recordings.add(new Recording(item, Integer.parseInt(parts.group(3))));
        }
    }

    /** By digit, speaker and take, since archives and folders come in orders of their own. */
    private Recordings sorted() {
        recordings.sort(
                Comparator.<Recording, String>comparing(each -> each.item().label())
                        .thenComparing(each -> each.item().voice().orElseThrow())
                        .thenComparing(Recording::take));
        return this;
    }

    /** Those whose take is wanted. */
    public Examples<Sound> takes(IntPredicate wanted) {
        List<Item> items = recordings.stream()
                .filter(each -> wanted.test(each.take()))
                .map(Recording::item)
                .toList();
        return new StoredExamples<>(items, Wav::decode);
    }
}
