package dev.kintsugi.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** The problems found so far in one file, and where in the file each key stands. */
final class Problems {
    private static final Place NOWHERE = new Place(0, "");

    private final String file;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Problem> found = new ArrayList<>();

    private record Place(int line, String text) {}

    Problems(String file) {
        this.file = file;
    }

    /** Remembers the line and text of a key, for problems that are noticed only when other keys have been read. */
    void locate(String key, int line, Node value) {
        places.put(key, new Place(line, Nodes.text(value)));
    }

    int line(String key) {
        return places.getOrDefault(key, NOWHERE).line();
    }

    /** Notes a problem of a key; one that is not in the file is placed where its nearest section begins. */
    void add(String key, String trouble, String remedy) {
        String present = key;
        while (!present.isEmpty() && !places.containsKey(present)) {
            present = present.substring(0, Math.max(0, present.lastIndexOf('.')));
        }
        String value = places.getOrDefault(key, NOWHERE).text();
        add(new Problem(file, line(present), key, value, trouble, remedy));
    }

    /** Notes a problem of a line where a key stands for the second time. */
    void addTwice(String key, int line, Node value) {
        String trouble = "is there twice, first on line " + line(key);
        add(new Problem(file, line, key, Nodes.text(value), trouble, "keep one of the two"));
    }

    // What is wrong below a key that is itself wrong is noise.
    private void add(Problem problem) {
        if (found.stream().noneMatch(earlier -> isWithin(problem.key(), earlier.key()))) {
            found.add(problem);
        }
    }

    /** Whether neither this key nor any below it has a problem, so that rules between keys can be judged. */
    boolean sound(String key) {
        return found.stream().noneMatch(problem -> isWithin(problem.key(), key));
    }

    /** Throws what was found, in the order of the file. */
    void raise() {
        if (!found.isEmpty()) {
            throw new SpecFault(found.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .toList());
        }
    }

    private static boolean isWithin(String key, String outer) {
        return outer.isEmpty() || key.equals(outer) || key.startsWith(outer + ".") || key.startsWith(outer + "[");
    }
}
