package dev.kintsugi.evaluate;

import dev.kintsugi.Fault;
import dev.kintsugi.evaluate.judge.Judge;
import dev.kintsugi.evaluate.judge.Subject;
import dev.kintsugi.sense.Senses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The judges of a model's parts, who read what it made from files, as a user gets them. */
public final class Readers {
    private static final int BATCH = 256;

    private final Senses senses;
    private final List<String> classes;
    private final Map<String, Judge<?>> judges = new TreeMap<>();

    /** @param directory that holds a judge for each kind of data, by its name */
    public Readers(Senses senses, List<String> classes, Path directory) {
        this.senses = senses;
        this.classes = classes;
        senses.data().forEach((part, data) -> judge(data, directory).ifPresent(judge -> judges.put(part, judge)));
    }

    private static Optional<Judge<?>> judge(String data, Path directory) {
        return Files.isDirectory(directory.resolve(data))
                ? Subject.named(data).map(subject -> subject.judge(directory))
                : Optional.empty();
    }

    boolean reads(String part) {
        return judges.containsKey(part);
    }

    /** The class that each row is taken for, once it is a file; -1 for a class that the model does not have. */
    int[] read(String part, List<float[]> rows) {
        Judge<?> judge = judges.get(part);
        int[] read = new int[rows.size()];
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<byte[]> files = files(part, rows.subList(from, Math.min(rows.size(), from + BATCH)));
            var verdicts = judge.verdictsOnPayloads(files);
            for (int i = 0; i < files.size(); i++) {
                read[from + i] = classes.indexOf(verdicts.label(i));
            }
        }
        return read;
    }

    private List<byte[]> files(String part, List<float[]> rows) {
        return new ArrayList<>(rows.parallelStream()
                .map(row -> senses.of(part)
                        .write(row)
                        .orElseThrow(bad -> new Fault("the model made values of " + part + " that are no file ("
                                + bad.reason() + "): " + bad.message() + "; train it anew")))
                .toList());
    }
}
