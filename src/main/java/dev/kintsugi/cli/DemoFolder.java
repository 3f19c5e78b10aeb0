package dev.kintsugi.cli;

import dev.kintsugi.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a demo keeps its data: in a folder of the user's, or in one that goes with it. */
final class DemoFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoFolder.class);

    private final Path folder;
    private final boolean kept;

    private DemoFolder(Path folder, boolean kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /** @param wanted the user's; null for one that goes */
    static DemoFolder of(Path wanted) {
        try {
            return wanted == null
                    ? new DemoFolder(Files.createTempDirectory("kintsugi-demo"), false)
                    : new DemoFolder(Files.createDirectories(wanted).toAbsolutePath(), true);
        } catch (IOException e) {
            throw new Fault("no folder can be made for the demo's data: " + e + "; name one with --data-dir", e);
        }
    }

    Path of(String part) {
        return folder.resolve(part);
    }

    @Override
    public void close() {
        if (kept) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> fromLeaves = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : fromLeaves) {
                Files.delete(each);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", folder, e.toString());
        }
    }
}
