package dev.kintsugi.data.files;

import dev.kintsugi.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks into folders, and names places in the way that errors and sources do. */
final class Place {
    private Place() {}

    /** The files in a folder in the order of their names, or the file itself; none where there is nothing. */
    static List<Path> files(Path place, String... endings) {
        if (Files.isRegularFile(place)) {
            return ends(place, endings) ? List.of(place) : List.of();
        }
        return children(place, path -> ends(path, endings) && Files.isRegularFile(path));
    }

    static List<Path> folders(Path place) {
        return children(place, Files::isDirectory);
    }

    /** The bytes of a file that was there a moment ago. */
    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static Fault unreadable(Path file, IOException cause) {
        return new Fault(file + ": cannot be read (" + cause + "); check that it is whole and may be read", cause);
    }

    private static List<Path> children(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            // Names that begin with a dot are what desktops and archivers leave behind.
            return children.filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean ends(Path path, String... endings) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(endings).anyMatch(name::endsWith);
    }
}
