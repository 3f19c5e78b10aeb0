package dev.kintsugi.wire;

import org.apache.kafka.common.errors.SerializationException;

/** A record's bytes are not what they should be. Reading them again gives the same again. */
public final class UndecodableException extends SerializationException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, for machines. */
    public enum Reason {
        /** It does not begin with the zero byte and the schema id. */
        NOT_FRAMED("not-framed"),
        /** The registry knows no schema of that id. */
        UNKNOWN_SCHEMA("unknown-schema"),
        /** Its schema cannot be read as the type asked for. */
        OTHER_TYPE("other-type"),
        /** The bytes after the id are not a record of that schema: too few, too many, or nonsense. */
        MALFORMED("malformed"),
        /** It is a record of that schema, but a value in it is missing or unknown to this version. */
        INCOMPLETE("incomplete");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The reason as dead-letter headers and metrics carry it. */
        public String code() {
            return code;
        }
    }

    private final Reason reason;

    public UndecodableException(Reason reason, String message) {
        this(reason, message, null);
    }

    public UndecodableException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
