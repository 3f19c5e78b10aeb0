package dev.kintsugi.spec;

import dev.kintsugi.Fault;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A topology file that cannot be used: all its problems, one per line of the message, in the order of the file.
 *
 * <p>The accessors tell the first of them.
 */
public final class SpecFault extends Fault {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    SpecFault(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    SpecFault(Problem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problems = List.of(problem);
    }

    /** Every problem found, at least one. */
    public List<Problem> problems() {
        return problems;
    }

    public String file() {
        return problems.get(0).file();
    }

    /** Counted from 1; 0 when the problem has no line. */
    public int line() {
        return problems.get(0).line();
    }

    /** Dotted path; empty when the file as a whole is meant. */
    public String key() {
        return problems.get(0).key();
    }

    /** The text that stands in the file; empty when there is none. */
    public String value() {
        return problems.get(0).value();
    }

    public String remedy() {
        return problems.get(0).remedy();
    }
}
