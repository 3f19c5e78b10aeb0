package dev.kintsugi.topology;

/** Nothing can be made of a record, though it is one. Trying again gives the same again. */
final class UnfitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason short and for machines, such as {@code key-missing} */
    UnfitException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    UnfitException(String reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
