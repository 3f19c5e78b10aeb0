package dev.kintsugi;

/**
 * A failure that its reader can mend: the message alone says what is wrong, where, with which value, and what to do.
 *
 * <p>A message is one line, or one line for each problem found. The command line prints it as it is and keeps the stack
 * trace for {@code --verbose}; any other exception that gets that far is a defect of ours.
 */
public class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Fault(String message) {
        super(message);
    }

    public Fault(String message, Throwable cause) {
        super(message, cause);
    }
}
