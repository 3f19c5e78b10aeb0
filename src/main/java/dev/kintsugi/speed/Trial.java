package dev.kintsugi.speed;

import dev.kintsugi.spec.TopologyFile;
import dev.kintsugi.spec.TopologySpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one measurement runs: the digits of {@code topologies/digits.yaml}, but for these.
 *
 * @param name of the topology, so that each has topics of its own
 * @param input the name of the topology whose input it reads: its own, or another's
 * @param labels whether labels are a side, too
 * @param window as a topology file says it; as are patience and linger
 * @param bundle the directory of the model
 */
public record Trial(
        String name,
        String input,
        boolean labels,
        int partitions,
        String window,
        String patience,
        int batch,
        String linger,
        int samples,
        double shadow,
        String bundle) {

    private static final String LABEL = """
              label: {kind: label, required: false, topic: %s.label, classes: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]}
            """.stripTrailing();

    public static Trial named(String name, String bundle) {
        return new Trial(name, name, true, 2, "2s", "off", 32, "10ms", 8, .02, bundle);
    }

    /** It reads the two sides of another's input, as the join does: not even to find that there are no labels. */
    Trial reading(String other) {
        return new Trial(name, other, false, partitions, window, patience, batch, linger, samples, shadow, bundle);
    }

    public Trial partitions(int count) {
        return new Trial(name, input, labels, count, window, patience, batch, linger, samples, shadow, bundle);
    }

    public Trial patience(String text) {
        return new Trial(name, input, labels, partitions, window, text, batch, linger, samples, shadow, bundle);
    }

    public Trial window(String text) {
        return new Trial(name, input, labels, partitions, text, patience, batch, linger, samples, shadow, bundle);
    }

    public Trial restore(int batches, String lingers, int drawn) {
        return new Trial(name, input, labels, partitions, window, patience, batches, lingers, drawn, shadow, bundle);
    }

    String text() {
        return """
                name: %s
                modalities:
                  image: {kind: image, data: mnist, topic: %s.image}
                  audio: {kind: audio, data: fsdd, topic: %s.audio}
                %s
                topics: {partitions: %d}
                pairing: {window: %s, patience: %s, hindsight: %s, pending: 2_000_000}
                model: {bundle: "%s"}
                restore: {batch: %d, linger: %s, samples: %d, shadow: %s}
                """.formatted(
                        name,
                        input,
                        input,
                        labels ? LABEL.formatted(input) : "",
                        partitions,
                        window,
                        patience,
                        longest(),
                        bundle,
                        batch,
                        linger,
                        samples,
                        shadow);
    }

    /** What is remembered must be at least what is waited for. */
    private String longest() {
        return window.endsWith("h") ? "2h" : "10m";
    }

    /** Its file. */
    Path write(Path folder) {
        try {
            return Files.writeString(folder.resolve(name + ".yaml"), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TopologySpec read(Path file) {
        return TopologyFile.read(file);
    }
}
