package dev.kintsugi.wire;

import dev.kintsugi.Fault;

/** The schema registry did not answer, or refused. It says nothing about the record at hand. */
public final class RegistryException extends Fault {
    private static final long serialVersionUID = 1L;

    public RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
