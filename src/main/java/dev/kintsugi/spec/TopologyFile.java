package dev.kintsugi.spec;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a topology file. */
public final class TopologyFile {
    private static final String START_OVER = "start from a copy of topologies/digits.yaml";

    private TopologyFile() {}

    /**
     * The topology that the file states.
     *
     * @throws SpecFault if it cannot be read, or states none that can be run
     */
    public static TopologySpec read(Path file) {
        return parse(file.toString(), text(file));
    }

    static TopologySpec parse(String file, String text) {
        Node root = compose(file, text);
        if (root == null || Nodes.isNull(root)) {
            throw fault(file, 0, "is empty", START_OVER, null);
        }
        if (!Nodes.isMapping(root)) {
            throw fault(file, Nodes.line(root), "holds no mapping of keys to values", START_OVER, null);
        }
        Problems problems = new Problems(file);
        TopologySpec spec = Section.root(problems, root, TopologySpec::from);
        problems.raise();
        return spec;
    }

    /**
     * Nodes only: nothing in the file is turned into an object, so the limits left to care about are SnakeYAML's own.
     */
    private static Node compose(String file, String text) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            String trouble = "is not YAML (" + broken.getProblem() + ")";
            throw fault(file, line, trouble, "mend this line or the one before it", broken);
        } catch (YAMLException broken) {
            String trouble =
                    "is not YAML (" + broken.getMessage().lines().findFirst().orElse("") + ")";
            throw fault(file, 0, trouble, START_OVER, broken);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException absent) {
            throw fault(
                    file.toString(), 0, "is not there", "name a topology file such as topologies/digits.yaml", absent);
        } catch (CharacterCodingException binary) {
            throw fault(file.toString(), 0, "is not UTF-8 text", START_OVER, binary);
        } catch (IOException unreadable) {
            String trouble = "cannot be read (" + unreadable.getMessage() + ")";
            throw fault(file.toString(), 0, trouble, "name a file that this user may read", unreadable);
        }
    }

    private static SpecFault fault(String file, int line, String trouble, String remedy, Throwable cause) {
        return new SpecFault(new Problem(file, line, "", "", trouble, remedy), cause);
    }
}
