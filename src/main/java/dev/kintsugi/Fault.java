package dev.kintsugi;

/**
 * A failure that its reader can mend: the message alone says what is wrong, where, with which value, and what to do.
 *
 * <p>The command line prints the message of a fault as one line and keeps its stack trace for {@code --verbose}; any
 * other exception that gets that far is a defect of ours.
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
