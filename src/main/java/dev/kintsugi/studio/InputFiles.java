package dev.kintsugi.studio;

import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Pictures and sounds in a folder, told by the ends of their names. */
final class InputFiles {
    private static final Map<Part.Kind, Set<String>> ENDINGS =
            Map.of(Part.Kind.IMAGE, Set.of("png", "jpg", "jpeg"), Part.Kind.AUDIO, Set.of("wav"));

    private InputFiles() {}

    /**
     * The files of a kind, by name; others are left alone.
     *
     * @throws Fault when there is none, or two would become one
     */
    static List<Path> in(Path folder, Part.Kind kind) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> isOf(kind, file) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new Fault(folder + " holds no file that ends in "
                        + String.join(
                                " or ", ENDINGS.get(kind).stream().sorted().toList())
                        + "; name a folder that does with --in");
            }
            refuseTwins(files);
            return files;
        } catch (IOException e) {
            throw new Fault("the folder " + folder + " cannot be read: " + e + "; name another with --in", e);
        }
    }

    static boolean isOf(Part.Kind kind, Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && ENDINGS.get(kind).contains(ending(name));
    }

    static String base(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static void refuseTwins(List<Path> files) {
        Map<String, Path> byBase = new HashMap<>();
        for (Path file : files) {
            Path twin = byBase.put(base(file.getFileName().toString()), file);
            if (twin != null) {
                throw new Fault(twin + " and " + file.getFileName() + " would be restored to one file; rename one");
            }
        }
    }
}
